// verdict: wrong_result
// test: RwLock.try_read_fails_for_a_writer_only
// why: The step also fails when another reader was counted in meanwhile, and then nobody is in the
// way.

    // [members]
    using enum std::memory_order;

    // The word: the number of readers, and above it who writes and whether somebody may sleep.
    static constexpr std::uint32_t kWriting = 1u << 31;
    static constexpr std::uint32_t kWaiting = 1u << 30;

    std::atomic<std::uint32_t> word_ = 0;
    // [members]

    // [try_lock_shared]
    std::uint32_t seen = word_.load(relaxed);
    if (seen & (kWriting | kWaiting)) return false;
    return word_.compare_exchange_strong(seen, seen + 1, acquire);
    // [try_lock_shared]

    // [lock_shared]
    while (!try_lock_shared()) {
        std::uint32_t seen = word_.load(relaxed);
        if (!(seen & (kWriting | kWaiting))) continue;
        if (!(seen & kWaiting) && !word_.compare_exchange_strong(seen, seen | kWaiting, relaxed))
            continue;
        park(word_, seen | kWaiting);
    }
    // [lock_shared]

    // [unlock_shared]
    if (word_.fetch_sub(1, release) == (kWaiting | 1)) unpark_all(word_);
    // [unlock_shared]

    // [try_lock]
    std::uint32_t seen = word_.load(relaxed);
    while (!(seen & ~kWaiting)) {
        if (word_.compare_exchange_weak(seen, seen | kWriting, acquire, relaxed)) return true;
    }
    return false;
    // [try_lock]

    // [lock]
    while (!try_lock()) {
        std::uint32_t seen = word_.load(relaxed);
        if (!(seen & ~kWaiting)) continue;
        if (!(seen & kWaiting) && !word_.compare_exchange_strong(seen, seen | kWaiting, relaxed))
            continue;
        park(word_, seen | kWaiting);
    }
    // [lock]
