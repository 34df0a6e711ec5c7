// verdict: deadlock
// why: A request between the look at the token and the callback rings an alarm that nobody waits
// for.

    // [put_stop]
    for (;;) {
        const bool stopped =
            stop.stop_requested();  // before the look: room that came first is used
        const auto put = core.try_put(value);
        if (put || put.error() == SendFailure::disconnected) return put;
        if (stopped) return std::unexpected(SendFailure::stopped);
        detail::WaitingSender<T> note{&value};
        if (!core.leave(note)) continue;
        {
            Alarm requested;
            const std::stop_callback wake(stop,
                                          [&requested] { const WakeUp up = requested.ring(); });
            if (!requested.wait_for(std::chrono::nanoseconds(0))) note.alarm.wait();
        }
        core.take_back(note);
        if (note.taken) return {};
    }
    // [put_stop]
