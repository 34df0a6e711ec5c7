// why: Two states, and a system call for each unlock: slower, and right.

    // [members]
    using enum std::memory_order;

    std::atomic<std::uint32_t> word_ = 0;
    // [members]

    // [try_lock]
    return word_.exchange(1, acquire) == 0;
    // [try_lock]

    // [lock]
    while (!try_lock()) park(word_, 1);
    // [lock]

    // [unlock]
    word_.store(0, release);
    unpark_one(word_);
    // [unlock]

    // [try_lock_for]
    const auto start = std::chrono::steady_clock::now();
    while (!try_lock()) {
        const auto left = time - (std::chrono::steady_clock::now() - start);
        if (left.count() <= 0 || !park_for(word_, 1, left)) return try_lock();
    }
    return true;
    // [try_lock_for]
