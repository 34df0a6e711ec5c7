// verdict: wrong_result
// why: The number wraps round, and the open latch is closed again.

    // [count_down]
    auto left = left_.lock();
    *left -= count;
    if (*left == 0) opened_.notify_all();
    // [count_down]
