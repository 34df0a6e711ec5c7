// verdict: deadlock
// why: The door is open, and one of those in front of it is told.

    // [count_down]
    auto left = left_.lock();
    if (count > *left) throw std::logic_error("Latch: counted down further than zero");
    *left -= count;
    if (*left == 0) opened_.notify_one();
    // [count_down]
