// verdict: wrong_result
// test: Latch.try_wait_is_true_whenever_it_is_open
// why: Somebody else who looks holds the lock, and that does not close the latch.

    // [members]
    // [members]

    // [wait]
    auto left = left_.lock();
    opened_.wait(left, [](std::size_t n) { return n == 0; });
    // [wait]

    // [try_wait]
    auto left = left_.try_lock();
    return left && **left == 0;
    // [try_wait]

    // [wait_for]
    auto left = left_.lock();
    return opened_.wait_for(left, time, [](std::size_t n) { return n == 0; });
    // [wait_for]
