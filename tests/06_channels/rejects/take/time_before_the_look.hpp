// verdict: wrong_result
// why: The value was there, and needs no time.

    // [take_for]
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    for (;;) {
        const auto passed = Clock::now() - start;
        if (passed >= time) return std::unexpected(RecvError::timeout);
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        Alarm alarm;
        if (core.watch(alarm) && !alarm.wait_for(time - passed)) core.unwatch();
    }
    // [take_for]
