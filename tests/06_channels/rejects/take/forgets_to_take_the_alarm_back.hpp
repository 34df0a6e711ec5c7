// verdict: wrong_result
// why: When the time is over the alarm is gone, and the next sender rings it.

    // [take_for]
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        const auto passed = Clock::now() - start;  // a span, because start + time can overflow
        if (passed >= time) return std::unexpected(RecvError::timeout);
        Alarm alarm;
        if (core.watch(alarm)) (void)alarm.wait_for(time - passed);
    }
    // [take_for]
