// verdict: data_race
// test: Mutex.a_guard_that_moves_holds_the_lock_all_the_time
// why: The guard that was moved from unlocks as well, and lets a second owner in.

        // [guard_move]
        : mutex_(other.mutex_) {
        // [guard_move]
