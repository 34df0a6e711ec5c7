// verdict: data_race
// test: RawMutex.one_thread_at_a_time_owns_it
// why: Two threads find the lock free before either takes it.

    // [try_lock]
    if (word_.load(acquire) != kFree) return false;
    word_.store(kOwned, relaxed);
    return true;
    // [try_lock]
