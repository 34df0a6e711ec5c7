// verdict: data_race
// test: RawMutex.one_thread_at_a_time_owns_it
// why: The lock is handed over, and what was done under it is not.

    // [unlock]
    if (word_.exchange(kFree, relaxed) == kContended) unpark_one(word_);
    // [unlock]
