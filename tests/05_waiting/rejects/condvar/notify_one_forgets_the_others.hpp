// verdict: deadlock
// test: Condvar.two_that_wait_are_woken_by_two_notifications
// why: It takes all sleepers off the count and wakes one: the next notification finds nobody.

    // [notify_one]
    using enum std::memory_order;
    if (sleepers_.load(relaxed) == 0) return;
    sleepers_.exchange(0, acquire);
    generation_.fetch_add(1, relaxed);
    unpark_one(generation_);
    // [notify_one]
