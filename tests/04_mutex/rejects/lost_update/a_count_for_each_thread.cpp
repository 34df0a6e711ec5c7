// verdict: wrong_result
// test: LostUpdate.no_visitor_is_lost
// why: Each gate counts for itself, and the display sees its own count only.

    // [members]
    mutable std::mutex mutex_;
    static inline thread_local int visitors_ = 0;
    // [members]
