// verdict: wrong_result
// test: RawMutex.try_lock_for_gives_up_only_when_the_time_is_over
// why: Woken is not served: another thread may take the lock first, and the time is not over.

    // [try_lock]
    std::uint32_t expected = kFree;
    return word_.compare_exchange_strong(expected, kOwned, acquire);
    // [try_lock]

    // [lock]
    if (try_lock()) return;
    while (word_.exchange(kContended, acquire) != kFree) park(word_, kContended);
    // [lock]

    // [try_lock_for]
    if (try_lock()) return true;
    if (word_.exchange(kContended, acquire) == kFree) return true;
    park_for(word_, kContended, time);
    return try_lock();
    // [try_lock_for]
