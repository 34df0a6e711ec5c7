// verdict: deadlock
// why: One goes on, the others sleep.

        // [arrive_and_wait]
        auto round = round_.lock();
        if (++round->arrived < threads_) {
            const std::size_t mine = round->number;
            all_here_.wait(round, [mine](const Round& now) { return now.number != mine; });
            return;
        }
        round->completion();
        round->arrived = 0;
        ++round->number;
        all_here_.notify_one();
        // [arrive_and_wait]
