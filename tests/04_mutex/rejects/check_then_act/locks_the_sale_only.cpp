// verdict: wrong_result
// test: CheckThenAct.the_last_seat_is_sold_once
// why: The answer is remembered, the lock is not.

        // [sell]
        const bool any = free_seats() > 0;
        const std::lock_guard hold(mutex_);
        if (any) --free_;
        return any;
        // [sell]
