// verdict: data_race
// test: Barrier.the_completion_runs_once_between_two_rounds
// why: The round is over before the completion: whoever wakes for no reason leaves too early.

        // [arrive_and_wait]
        auto round = round_.lock();
        const std::size_t mine = round->number;
        if (++round->arrived == threads_) {
            round->arrived = 0;
            ++round->number;
            round.unlocked([&] { round->completion(); });
            all_here_.notify_all();
            return;
        }
        all_here_.wait(round, [&](const Round& r) { return r.number != mine; });
        // [arrive_and_wait]
