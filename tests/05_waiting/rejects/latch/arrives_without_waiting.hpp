// verdict: wrong_result
// why: It counts down and goes on.

    // [arrive_and_wait]
    count_down();
    // [arrive_and_wait]
