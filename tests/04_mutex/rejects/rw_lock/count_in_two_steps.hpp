// verdict: data_race
// why: Two readers count themselves in as one.

    // [try_lock_shared]
    const std::uint32_t seen = word_.load(std::memory_order_acquire);
    if (seen & (kWriting | kWaiting)) return false;
    word_.store(seen + 1, std::memory_order_relaxed);
    return true;
    // [try_lock_shared]
