// verdict: wrong_result
// test: LostUpdate.two_turnstiles_count_apart
// why: A static variable is shared by all turnstiles.

    // [members]
    mutable std::mutex mutex_;
    static inline int visitors_ = 0;
    // [members]
