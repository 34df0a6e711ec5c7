// why: It asks for the request first, and looks once more when there was one.

    // [take_stop]
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stop.stop_requested()) {
            auto last = core.try_take();  // what came before the request is there by now
            if (last || last.error() == RecvError::disconnected) return last;
            return std::unexpected(RecvError::stopped);
        }
        Alarm alarm;
        if (core.watch(alarm)) {
            const std::stop_callback wake(stop, [&alarm] { const WakeUp up = alarm.ring(); });
            alarm.wait();
        }
        core.unwatch();
    }
    // [take_stop]
