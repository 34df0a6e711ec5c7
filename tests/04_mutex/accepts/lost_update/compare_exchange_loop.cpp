// why: A loop that tries again when another gate was faster.

        // [enter]
        int seen = visitors_;
        while (!visitors_.compare_exchange_weak(seen, seen + 1)) {
        }
        // [enter]

        // [visitors]
        return visitors_.load();
        // [visitors]

    // [members]
    std::atomic<int> visitors_ = 0;
    // [members]
