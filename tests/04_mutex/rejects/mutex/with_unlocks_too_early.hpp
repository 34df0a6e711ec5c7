// verdict: data_race
// test: Mutex.with_holds_the_lock_until_f_has_returned
// why: The guard has no name, so it is destroyed before f runs.

        // [with]
        static_cast<void>(lock());
        return std::invoke(std::forward<F>(f), value_);
        // [with]
