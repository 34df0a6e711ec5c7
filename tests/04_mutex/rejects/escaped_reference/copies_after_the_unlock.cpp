// verdict: data_race
// test: EscapedReference.a_reading_is_whole_although_the_station_reports_on
// why: The reading is copied from a reference when the guard is gone.

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
