// verdict: wrong_result
// why: A count that is refused has changed the number.

    // [count_down]
    auto left = left_.lock();
    const bool too_many = count > *left;
    *left -= count;
    if (too_many) throw std::logic_error("Latch: counted down further than zero");
    if (*left == 0) opened_.notify_all();
    // [count_down]
