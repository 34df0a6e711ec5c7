// verdict: wrong_result
// why: The value was moved before it was clear that there is room.

    // [put_stop]
    T mine = std::move(value);
    for (;;) {
        const bool stopped =
            stop.stop_requested();  // before the look: room that came first is used
        const auto put = core.try_put(mine);
        if (put || put.error() == SendFailure::disconnected) return put;
        if (stopped) return std::unexpected(SendFailure::stopped);
        detail::WaitingSender<T> note{&mine};
        if (!core.leave(note)) continue;
        {
            const std::stop_callback wake(stop, [&note] { const WakeUp up = note.alarm.ring(); });
            note.alarm.wait();
        }
        core.take_back(note);
        if (note.taken) return {};
    }
    // [put_stop]
