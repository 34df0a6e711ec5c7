// verdict: data_race
// test: RawMutex.a_wake_up_for_no_reason_gives_nobody_the_lock
// why: Whoever has slept twice takes the lock for its own.

    // [lock]
    for (int sleeps = 0; word_.exchange(kContended, acquire) != kFree; ++sleeps) {
        park(word_, kContended);
        if (sleeps == 1) return;  // nobody is overtaken twice
    }
    // [lock]
