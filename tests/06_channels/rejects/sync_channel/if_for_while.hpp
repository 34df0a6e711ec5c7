// verdict: wrong_result
// why: A ring says that there was room a moment ago; the value is not in the queue.

        // [put_until]
        using Clock = std::chrono::steady_clock;
        const auto start = time ? Clock::now() : Clock::time_point();
        for (;;) {
            const auto put = try_put(value);
            if (put || put.error() == SendFailure::disconnected) return put;
            detail::WaitingSender<T> note{&value};
            if (!time) {
                if (leave(note)) note.alarm.wait();
            } else {
                const auto passed = Clock::now() - start;  // start + *time can overflow
                if (passed >= *time) return std::unexpected(SendFailure::timeout);
                if (leave(note) && !note.alarm.wait_for(*time - passed)) take_back(note);
            }
            if (note.taken) return {};
            return {};
        }
        // [put_until]
