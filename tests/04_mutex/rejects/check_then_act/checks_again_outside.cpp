// verdict: wrong_result
// test: CheckThenAct.the_last_seat_is_sold_once
// why: A second look does not help when it is as old as the first.

        // [sell]
        if (free_seats() == 0) return false;
        if (free_seats() == 0) return false;
        const std::lock_guard hold(mutex_);
        --free_;
        return true;
        // [sell]
