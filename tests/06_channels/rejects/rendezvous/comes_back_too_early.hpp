// verdict: use_after_free
// why: The note is on the list, and the sender does not wait for anybody to read it.

        // [put_until]
        using Clock = std::chrono::steady_clock;
        const auto start = time ? Clock::now() : Clock::time_point();
        for (;;) {
            const auto put = try_put(value);
            if (put || put.error() == SendFailure::disconnected) return put;
            detail::WaitingSender<T> note{&value};
            if (!time) {
                if (leave(note) && capacity_ > 0) note.alarm.wait();
                if (capacity_ == 0) return {};
            } else {
                const auto passed = Clock::now() - start;  // start + *time can overflow
                if (passed >= *time) return std::unexpected(SendFailure::timeout);
                if (leave(note) && !note.alarm.wait_for(*time - passed)) take_back(note);
            }
            if (note.taken) return {};
        }
        // [put_until]
