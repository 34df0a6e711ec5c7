// why: A single number needs no lock: an atomic increment is one step.

        // [enter]
        ++visitors_;
        // [enter]

        // [visitors]
        return visitors_;
        // [visitors]

    // [members]
    std::atomic<int> visitors_ = 0;
    // [members]
