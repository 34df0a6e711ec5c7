// why: Whoever arrives as number n waits until the whole round of n is there.

        // [arrive_and_wait]
        auto round = round_.lock();
        const std::size_t mine = ++round->arrived;
        if (mine % threads_ == 0) {
            round->completion();
            round->number = mine;
            all_here_.notify_all();
        }
        all_here_.wait(round, [mine](const Round& now) { return now.number >= mine; });
        // [arrive_and_wait]
