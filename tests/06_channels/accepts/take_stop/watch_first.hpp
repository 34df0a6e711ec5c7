// why: It leaves the alarm before it looks, and takes it back in any case.

    // [take_stop]
    for (;;) {
        Alarm alarm;
        const bool stopped = stop.stop_requested();
        const bool quiet = core.watch(alarm);
        if (quiet && !stopped) {
            const std::stop_callback wake(stop, [&alarm] { (void)alarm.ring(); });
            alarm.wait();
        }
        core.unwatch();
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stopped) return std::unexpected(RecvError::stopped);
    }
    // [take_stop]
