// verdict: wrong_result
// why: A value and the request come between the look at the core and the look at the token.

    // [take_stop]
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stop.stop_requested()) return std::unexpected(RecvError::stopped);
        Alarm alarm;
        if (!core.watch(alarm)) continue;
        {
            // Rings at once where the request has come already. Gone, it runs nowhere any more.
            const std::stop_callback wake(stop, [&alarm] { const WakeUp up = alarm.ring(); });
            alarm.wait();
        }
        core.unwatch();
    }
    // [take_stop]
