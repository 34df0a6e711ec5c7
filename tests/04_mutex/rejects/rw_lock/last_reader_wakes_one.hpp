// verdict: lost_wakeup
// test: RwLock.the_last_reader_wakes_the_writer_whoever_else_sleeps
// why: Readers sleep on the same word as the writer; the one that wakes may be a reader, who sleeps
// on.

    // [members]
    using enum std::memory_order;

    // The word: the number of readers, and above it who writes and whether somebody may sleep.
    static constexpr std::uint32_t kWriting = 1u << 31;
    static constexpr std::uint32_t kWaiting = 1u << 30;

    std::atomic<std::uint32_t> word_ = 0;
    // [members]

    // [try_lock_shared]
    std::uint32_t seen = word_.load(relaxed);
    while (!(seen & (kWriting | kWaiting))) {
        if (word_.compare_exchange_weak(seen, seen + 1, acquire, relaxed)) return true;
    }
    return false;
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
    if (word_.fetch_sub(1, release) == (kWaiting | 1)) unpark_one(word_);
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
