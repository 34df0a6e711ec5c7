// verdict: deadlock
// why: The token is looked at, and who sleeps does not look.

    // [take_stop]
    for (;;) {
        const bool stopped = stop.stop_requested();  // before the look: what came first is found
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stopped) return std::unexpected(RecvError::stopped);
        Alarm alarm;
        if (!core.watch(alarm)) continue;
        alarm.wait();
        core.unwatch();
    }
    // [take_stop]
