// verdict: lost_wakeup
// why: The door is open, and nobody is told.

    // [count_down]
    auto left = left_.lock();
    if (count > *left) throw std::logic_error("Latch: counted down further than zero");
    *left -= count;
    // [count_down]
