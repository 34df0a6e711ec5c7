// verdict: wrong_result
// test: EscapedReference.a_reading_stays_as_it_was
// why: The first reading is remembered for ever.

// A weather station: one thread reports what it measures, others look at the latest reading.
#include <atomic>
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
    Reading latest() {
        if (!asked_) {
            asked_ = true;
            first_ = latest_.with([](Reading& reading) { return reading; });
        }
        return first_;
    }
    // [latest]

  private:
    fearless::Mutex<Reading> latest_;
    std::atomic<bool> asked_ = false;
    Reading first_;
};

}  // namespace escaped_reference
