// verdict: wrong_result
// test: LostUpdate.no_visitor_is_lost
// why: Each step is atomic, and between the two another gate takes its own.

        // [enter]
        visitors_ = visitors_ + 1;
        // [enter]

        // [visitors]
        return visitors_;
        // [visitors]

    // [members]
    std::atomic<int> visitors_ = 0;
    // [members]
