// verdict: deadlock
// test: RawMutex.every_sleeper_is_woken_in_the_end
// why: The next in line takes waking up for being served; it was meant for the one before.

    // [members]
    using enum std::memory_order;

    std::atomic<std::uint32_t> next_ = 0;     // the ticket of the next to come
    std::atomic<std::uint32_t> serving_ = 0;  // the ticket of the owner
    // [members]

    // [try_lock]
    std::uint32_t ticket = serving_.load(acquire);
    return next_.compare_exchange_strong(ticket, ticket + 1, acquire);
    // [try_lock]

    // [lock]
    const std::uint32_t ticket = next_.fetch_add(1);
    for (std::uint32_t now = serving_.load(); now != ticket; now = serving_.load()) {
        park(serving_, now);
        if (ticket - now == 1) {  // whoever wakes the next in line serves it
            serving_.load();      // what the owner did is seen
            return;
        }
    }
    // [lock]

    // [unlock]
    serving_.fetch_add(1);
    unpark_all(serving_);
    // [unlock]

    // [try_lock_for]
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    while (!try_lock()) {
        const auto left = time - (Clock::now() - start);
        if (left.count() <= 0) return false;
        const std::uint32_t now = serving_.load();
        if (next_.load() != now) park_for(serving_, now, left);
    }
    return true;
    // [try_lock_for]
