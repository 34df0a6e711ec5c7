// verdict: wrong_result
// test: SyncChannel.room_that_was_made_before_a_request_is_used
// why: Room and then the request, both between the two looks: the room is overlooked.

    // [put_stop]
    for (;;) {
        const auto put = core.try_put(value);
        if (put || put.error() == SendFailure::disconnected) return put;
        if (stop.stop_requested()) return std::unexpected(SendFailure::stopped);
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
