// verdict: data_race
// test: RawMutex.who_gives_up_waiting_does_not_own_the_lock
// why: Who has given up does not own the lock.

    // [try_lock_for]
    if (try_lock()) return true;
    if (time.count() <= 0) return false;
    park_for(word_, word_.exchange(kContended), time);
    return true;
    // [try_lock_for]
