// why: Whoever is woken looks, and sleeps again.

    // [count_down]
    auto left = left_.lock();
    if (count > *left) throw std::logic_error("Latch: counted down further than zero");
    *left -= count;
    opened_.notify_all();
    // [count_down]
