// verdict: data_race
// why: A writer looks for another writer and not for readers.

    // [try_lock]
    std::uint32_t seen = word_.load(relaxed);
    while (!(seen & kWriting)) {
        if (word_.compare_exchange_weak(seen, seen | kWriting, acquire, relaxed)) {
            return true;
        }
    }
    return false;
    // [try_lock]
