// why: First come, first served: each takes a ticket and sleeps until its number is up.

    // [members]
    std::atomic<std::uint32_t> next_ = 0;
    std::atomic<std::uint32_t> now_ = 0;
    // [members]

    // [try_lock]
    std::uint32_t now = now_.load();
    return next_.compare_exchange_strong(now, now + 1);
    // [try_lock]

    // [lock]
    const std::uint32_t mine = next_++;
    for (std::uint32_t now = now_; now != mine; now = now_) park(now_, now);
    // [lock]

    // [unlock]
    ++now_;
    unpark_all(now_);
    // [unlock]

    // [try_lock_for]
    // A ticket cannot be given back, so who has little time takes one only when it is up.
    const auto start = std::chrono::steady_clock::now();
    for (;;) {
        const std::uint32_t now = now_;
        if (try_lock()) return true;
        const auto left = time - (std::chrono::steady_clock::now() - start);
        if (left.count() <= 0 || !park_for(now_, now, left)) return try_lock();
    }
    // [try_lock_for]
