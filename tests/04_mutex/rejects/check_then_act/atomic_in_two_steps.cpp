// verdict: wrong_result
// test: CheckThenAct.the_last_seat_is_sold_once
// why: An atomic number makes each step whole, not the two together.

        // [free_seats]
        return free_;
        // [free_seats]

        // [sell]
        if (free_ == 0) return false;
        --free_;
        return true;
        // [sell]

    // [members]
    std::atomic<int> free_;
    // [members]
