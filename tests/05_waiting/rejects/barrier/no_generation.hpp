// verdict: deadlock
// why: Whoever is slow to leave finds the count of the next round, and waits for it.

        // [arrive_and_wait]
        auto round = round_.lock();
        if (++round->arrived < threads_) {
            all_here_.wait(round, [](const Round& now) { return now.arrived == 0; });
            return;
        }
        round->completion();
        round->arrived = 0;
        all_here_.notify_all();
        // [arrive_and_wait]
