// why: Who is in stands in one word, how many writers wait in another one; all sleep on the first.

    // [members]
    std::atomic<std::uint32_t> word_ = 0;     // readers, or ~0 for a writer
    std::atomic<std::uint32_t> writers_ = 0;  // that wait
    // [members]

    // [try_lock_shared]
    std::uint32_t seen = word_;
    while (seen != ~0u && writers_ == 0) {
        if (word_.compare_exchange_weak(seen, seen + 1)) return true;
    }
    return false;
    // [try_lock_shared]

    // [lock_shared]
    while (!try_lock_shared()) {
        // A writer that waits and gets in changes the number of those that wait.
        const std::uint32_t waiting = writers_;
        if (waiting > 0) {
            park(writers_, waiting);
        } else if (word_ == ~0u) {
            park(word_, ~0u);
        }
    }
    // [lock_shared]

    // [unlock_shared]
    if (--word_ == 0) unpark_all(word_);
    // [unlock_shared]

    // [try_lock]
    std::uint32_t seen = 0;
    return word_.compare_exchange_strong(seen, ~0u);
    // [try_lock]

    // [lock]
    ++writers_;
    while (!try_lock()) {
        if (const std::uint32_t seen = word_; seen != 0) park(word_, seen);
    }
    --writers_;
    unpark_all(writers_);
    // [lock]

    // [unlock]
    word_ = 0;
    unpark_all(word_);
    // [unlock]
