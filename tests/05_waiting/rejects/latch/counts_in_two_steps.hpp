// verdict: deadlock
// why: The look and the count are two visits to the lock, and two threads count from the same
// number.

    // [count_down]
    const std::size_t before = left_.with([](std::size_t& left) { return left; });
    if (count > before) throw std::logic_error("Latch: counted down further than zero");
    left_.with([&](std::size_t& left) { left = before - count; });
    if (before == count) opened_.notify_all();
    // [count_down]
