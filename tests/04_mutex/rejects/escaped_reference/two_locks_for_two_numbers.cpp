// verdict: wrong_result
// test: EscapedReference.a_reading_is_whole_although_the_station_reports_on
// why: A report can come in between the two numbers.

    // [latest]
    Reading latest() {
        const int celsius = latest_.with([](Reading& reading) { return reading.celsius; });
        const int minute = latest_.with([](Reading& reading) { return reading.minute; });
        return {celsius, minute};
    }
    // [latest]
