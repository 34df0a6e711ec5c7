// verdict: deadlock
// why: What tries must not wait.

    // [try_lock]
    lock();
    return true;
    // [try_lock]

    // [lock]
    std::uint32_t seen = kFree;
    if (word_.compare_exchange_strong(seen, kOwned, acquire)) return;
    while (word_.exchange(kContended, acquire) != kFree) park(word_, kContended);
    // [lock]
