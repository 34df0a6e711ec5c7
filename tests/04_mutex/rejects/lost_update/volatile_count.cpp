// verdict: data_race
// test: LostUpdate.no_visitor_is_lost
// why: volatile is about devices: it orders nothing between threads and makes nothing one step.

        // [enter]
        visitors_ = visitors_ + 1;
        // [enter]

        // [visitors]
        return visitors_;
        // [visitors]

    // [members]
    volatile int visitors_ = 0;
    // [members]
