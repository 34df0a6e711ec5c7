// verdict: wrong_result
// why: The round is over before its completion has run.

        // [arrive_and_wait]
        {
            auto round = round_.lock();
            if (++round->arrived < threads_) {
                const std::size_t mine = round->number;
                all_here_.wait(round, [mine](const Round& now) { return now.number != mine; });
                return;
            }
            round->arrived = 0;
            ++round->number;
            all_here_.notify_all();
        }
        auto round = round_.lock();
        round->completion();
        // [arrive_and_wait]
