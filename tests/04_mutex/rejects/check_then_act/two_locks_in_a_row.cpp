// verdict: wrong_result
// test: CheckThenAct.the_last_seat_is_sold_once
// why: The lock is free between the check and the sale.

        // [sell]
        {
            const std::lock_guard hold(mutex_);
            if (free_ == 0) return false;
        }
        const std::lock_guard hold(mutex_);
        --free_;
        return true;
        // [sell]
