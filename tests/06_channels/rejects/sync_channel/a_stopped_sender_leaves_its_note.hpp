// verdict: wrong_result
// test: SyncChannel.a_request_ends_a_send_without_room_whenever_it_comes
// says: a note was left behind
// why: The next receiver would ring an alarm that is gone.

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
        if (note.taken) return {};
    }
    // [put_stop]
