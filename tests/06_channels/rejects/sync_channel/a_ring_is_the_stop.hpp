// verdict: wrong_result
// test: SyncChannel.room_that_was_made_before_a_request_is_used
// why: Takes every ring for the request; it may be the receiver that has made room.

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
            const std::stop_callback wake(stop, [&note] { const WakeUp up = note.alarm.ring(); });
            note.alarm.wait();
        }
        core.take_back(note);
        if (note.taken) return {};
        if (stop.stop_requested()) return std::unexpected(SendFailure::stopped);
    }
    // [put_stop]
