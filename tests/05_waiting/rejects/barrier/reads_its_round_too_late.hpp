// verdict: deadlock
// why: It looks at the number when the lock was free, and waits for a round that nobody comes to.

        // [arrive_and_wait]
        bool last = false;
        round_.with([&](Round& round) { last = ++round.arrived == threads_; });
        auto round = round_.lock();
        if (!last) {
            const std::size_t mine = round->number;
            all_here_.wait(round, [mine](const Round& now) { return now.number != mine; });
            return;
        }
        round->completion();
        round->arrived = 0;
        ++round->number;
        all_here_.notify_all();
        // [arrive_and_wait]
