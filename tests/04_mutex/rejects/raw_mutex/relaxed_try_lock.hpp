// verdict: data_race
// why: The lock is taken, and what was done under it before is not taken over.

    // [try_lock]
    std::uint32_t seen = kFree;
    return word_.compare_exchange_strong(seen, kOwned, relaxed);
    // [try_lock]
