// verdict: deadlock
// why: The mark is stored whatever the word says, so a lock that was free by then is owned by
// nobody.

    // [try_lock]
    std::uint32_t expected = kFree;
    return word_.compare_exchange_strong(expected, kOwned, acquire);
    // [try_lock]

    // [lock]
    std::uint32_t expected = kFree;
    while (!word_.compare_exchange_strong(expected, kOwned, acquire)) {
        word_.store(kContended, relaxed);
        park(word_, kContended);
    }
    // [lock]

    // [try_lock_for]
    if (try_lock()) return true;
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (word_.exchange(kContended, acquire) != kFree) {
        if (!park_for(word_, kContended, deadline - std::chrono::steady_clock::now())) return false;
    }
    return true;
    // [try_lock_for]
