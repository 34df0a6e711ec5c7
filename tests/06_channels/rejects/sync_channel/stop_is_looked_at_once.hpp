// verdict: deadlock
// why: A request that comes while the sender sleeps wakes nobody.

    // [put_stop]
    for (;;) {
        const bool stopped =
            stop.stop_requested();  // before the look: room that came first is used
        const auto put = core.try_put(value);
        if (put || put.error() == SendFailure::disconnected) return put;
        if (stopped) return std::unexpected(SendFailure::stopped);
        detail::WaitingSender<T> note{&value};
        if (!core.leave(note)) continue;
        note.alarm.wait();
        core.take_back(note);
        if (note.taken) return {};
    }
    // [put_stop]
