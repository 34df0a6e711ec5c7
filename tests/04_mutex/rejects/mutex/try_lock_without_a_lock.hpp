// verdict: data_race
// test: Mutex.try_lock_gives_a_guard_or_nothing
// why: A guard for a lock that another thread holds.

        // [try_lock]
        raw_.try_lock();
        return MutexGuard<T>(*this);
        // [try_lock]
