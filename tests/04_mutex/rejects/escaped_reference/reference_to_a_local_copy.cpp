// verdict: crash
// why: The copy is right, and it is gone when latest() returns: the type of the result is still a
// reference.

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
        const auto latest = latest_.lock();
        const Reading copy = *latest;
        return copy;
    }
    // [latest]

  private:
    fearless::Mutex<Reading> latest_;
};

}  // namespace escaped_reference
