// verdict: data_race
// why: A wake-up is taken for the opening.

#include <utility>

    // [count_down]
    auto left = left_.lock();
    if (count > *left) throw std::logic_error("Latch: counted down further than zero");
    *left -= count;
    opened_.notify_all();
    // [count_down]

    // [wait]
    auto left = left_.lock();
    bool woken = *left == 0;
    opened_.wait(left, [&](std::size_t&) { return std::exchange(woken, true); });
    // [wait]
