// verdict: use_after_free
// why: The sender has given up and is gone, and the receiver reads its note.

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
                if (leave(note)) (void)note.alarm.wait_for(*time - passed);
            }
            if (note.taken) return {};
        }
        // [put_until]
