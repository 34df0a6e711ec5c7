// verdict: data_race
// test: EscapedReference.two_may_look_at_the_same_time
// why: All callers share the one copy, and it is read without the lock.

// A weather station: one thread reports what it measures, others look at the latest reading.
#include <fearless/mutex.hpp>

namespace escaped_reference {

struct Reading {
    int celsius = 0;
    int minute = 0;  // since midnight
};

class Station {
  public:
    void report(const Reading& reading) {
        auto latest = latest_.lock();
        *latest = reading;
    }

    // The reading that was reported last, whole: both numbers belong to the same report. It stays
    // as it is while the station reports on.
    // [latest]
    const Reading& latest() {
        static Reading copy;
        const auto latest = latest_.lock();
        copy = *latest;
        return copy;
    }
    // [latest]

  private:
    fearless::Mutex<Reading> latest_;
};

}  // namespace escaped_reference
