// verdict: wrong_result
// test: CheckThenAct.nobody_is_turned_away_while_a_seat_is_free
// why: A lock that is taken is no reason to turn anybody away.

        // [sell]
        const std::unique_lock hold(mutex_, std::try_to_lock);
        if (!hold || free_ == 0) return false;
        --free_;
        return true;
        // [sell]
