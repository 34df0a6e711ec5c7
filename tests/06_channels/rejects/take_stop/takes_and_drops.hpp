// verdict: wrong_result
// why: A value is taken, then the stop is heard of, and the value is gone.

    // [take_stop]
    for (;;) {
        auto found = core.try_take();
        if (stop.stop_requested()) return std::unexpected(RecvError::stopped);
        if (found || found.error() == RecvError::disconnected) return found;
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
