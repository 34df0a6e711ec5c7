// verdict: deadlock
// test: RwLock.two_readers_are_in_at_the_same_time
// why: A mutex in disguise: one reader at a time.

    // [try_lock_shared]
    return try_lock();
    // [try_lock_shared]

    // [lock_shared]
    lock();
    // [lock_shared]

    // [unlock_shared]
    unlock();
    // [unlock_shared]
