// verdict: deadlock
// why: The guard is never destroyed, so nobody else gets in any more.

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
    Reading latest() {
        auto* latest = new fearless::MutexGuard<Reading>(latest_.lock());
        return **latest;
    }
    // [latest]

  private:
    fearless::Mutex<Reading> latest_;
};

}  // namespace escaped_reference
