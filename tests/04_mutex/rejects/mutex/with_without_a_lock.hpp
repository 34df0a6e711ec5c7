// verdict: data_race
// test: Mutex.with_holds_the_lock_until_f_has_returned
// why: f sees the value, and nobody holds the lock.

        // [with]
        return std::invoke(std::forward<F>(f), value_);
        // [with]
