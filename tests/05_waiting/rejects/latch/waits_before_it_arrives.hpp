// verdict: deadlock
// why: Everybody waits for everybody to arrive.

    // [arrive_and_wait]
    wait();
    count_down();
    // [arrive_and_wait]
