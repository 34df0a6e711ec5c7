// why: Two words: who owns the lock, and how many sleep. Both are looked at in an order that all
// threads agree on.

    // [members]
    std::atomic<std::uint32_t> word_ = 0;
    std::atomic<int> sleepers_ = 0;
    // [members]

    // [try_lock]
    std::uint32_t seen = 0;
    return word_.compare_exchange_strong(seen, 1);
    // [try_lock]

    // [lock]
    while (!try_lock()) {
        ++sleepers_;
        park(word_, 1);
        --sleepers_;
    }
    // [lock]

    // [unlock]
    word_ = 0;
    if (sleepers_ > 0) unpark_one(word_);
    // [unlock]

    // [try_lock_for]
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    for (;;) {
        if (try_lock()) return true;
        const auto left = time - (Clock::now() - start);
        if (left.count() <= 0) return false;
        ++sleepers_;
        park_for(word_, 1, left);
        --sleepers_;
    }
    // [try_lock_for]
