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
        const auto latest = latest_.lock();
        return *latest;
    }
    // [latest]

  private:
    // [members]
    fearless::Mutex<Reading> latest_;
    // [members]
};

}  // namespace escaped_reference
