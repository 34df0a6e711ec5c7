// verdict: wrong_result
// test: CheckThenAct.the_last_seat_is_sold_once
// why: For a moment there are less than no seats, and both counters turn their customer away.

        // [sell]
        {
            const std::lock_guard hold(mutex_);
            --free_;
        }
        if (free_seats() >= 0) return true;
        const std::lock_guard hold(mutex_);
        ++free_;
        return false;
        // [sell]
