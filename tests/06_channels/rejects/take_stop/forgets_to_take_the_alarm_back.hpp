// verdict: wrong_result
// why: The stop ended the wait, and the next sender rings an alarm that is gone.

    // [take_stop]
    for (;;) {
        const bool stopped = stop.stop_requested();  // before the look: what came first is found
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stopped) return std::unexpected(RecvError::stopped);
        Alarm alarm;
        if (!core.watch(alarm)) continue;
        {
            // Rings at once where the request has come already. Gone, it runs nowhere any more.
            const std::stop_callback wake(stop, [&alarm] { const WakeUp up = alarm.ring(); });
            alarm.wait();
        }
    }
    // [take_stop]
