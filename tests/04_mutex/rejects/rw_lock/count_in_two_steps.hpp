// verdict: data_race
// why: Two readers count themselves in as one.

    // [try_lock_shared]
    const std::uint32_t seen = word_.load(acquire);
    if (seen & (kWriting | kWaiting)) return false;
    word_.store(seen + 1, relaxed);
    return true;
    // [try_lock_shared]
