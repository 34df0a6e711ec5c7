// verdict: data_race
// why: Whoever got past has destroyed the latch.

    // [count_down]
    bool open = false;
    {
        auto left = left_.lock();
        if (count > *left) throw std::logic_error("Latch: counted down further than zero");
        *left -= count;
        open = *left == 0;
    }
    if (open) opened_.notify_all();
    // [count_down]
