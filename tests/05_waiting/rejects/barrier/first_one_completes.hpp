// verdict: data_race
// why: The completion runs when nobody else is there.

        // [arrive_and_wait]
        auto round = round_.lock();
        if (round->arrived == 0) round->completion();
        if (++round->arrived < threads_) {
            const std::size_t mine = round->number;
            all_here_.wait(round, [mine](const Round& now) { return now.number != mine; });
            return;
        }
        round->arrived = 0;
        ++round->number;
        all_here_.notify_all();
        // [arrive_and_wait]
