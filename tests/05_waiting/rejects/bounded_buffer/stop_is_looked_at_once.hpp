// verdict: deadlock
// why: A request that comes later wakes nobody.

        // [pop_stop]
        if (stop.stop_requested()) return try_pop();
        return pop();
        // [pop_stop]
