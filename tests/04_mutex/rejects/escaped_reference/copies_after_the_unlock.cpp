// verdict: data_race
// test: EscapedReference.a_reading_is_whole_although_the_station_reports_on
// why: The reading is copied from a reference when the guard is gone.

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
        const Reading* inside = nullptr;
        {
            const auto latest = latest_.lock();
            inside = &*latest;
        }
        return *inside;
    }
    // [latest]

  private:
    fearless::Mutex<Reading> latest_;
};

}  // namespace escaped_reference
