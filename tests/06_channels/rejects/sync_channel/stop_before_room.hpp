// verdict: wrong_result
// test: SyncChannel.room_that_was_made_before_a_request_is_used
// why: Gives up although there was room when the stop was requested.

    // [put_stop]
    for (;;) {
        const bool stopped =
            stop.stop_requested();  // before the look: room that came first is used
        if (stopped) return std::unexpected(SendFailure::stopped);
        const auto put = core.try_put(value);
        if (put || put.error() == SendFailure::disconnected) return put;
        detail::WaitingSender<T> note{&value};
        if (!core.leave(note)) continue;
        {
            const std::stop_callback wake(stop, [&note] { const WakeUp up = note.alarm.ring(); });
            note.alarm.wait();
        }
        core.take_back(note);
        if (note.taken) return {};
    }
    // [put_stop]
