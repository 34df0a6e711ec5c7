// verdict: wrong_result
// test: Rendezvous.a_send_that_is_stopped_has_not_met_the_receiver
// why: The receiver has the value from the note, and the sender says that it was stopped.

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
        if (stop.stop_requested()) return std::unexpected(SendFailure::stopped);
        if (note.taken) return {};
    }
    // [put_stop]
