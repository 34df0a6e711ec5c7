// verdict: wrong_result
// test: SyncChannel.the_time_of_a_send_is_for_the_whole_wait
// says: the wake-up started the time anew
// why: Whoever is woken, and overtaken, waits for the whole time again.

        // [put_until]
        for (;;) {
            const auto put = try_put(value);
            if (put || put.error() == SendFailure::disconnected) return put;
            detail::WaitingSender<T> note{&value};
            if (!leave(note)) continue;
            if (!time) {
                note.alarm.wait();
            } else if (time->count() <= 0 || !note.alarm.wait_for(*time)) {
                take_back(note);
                if (!note.taken) return std::unexpected(SendFailure::timeout);
            }
            if (note.taken) return {};
        }
        // [put_until]
