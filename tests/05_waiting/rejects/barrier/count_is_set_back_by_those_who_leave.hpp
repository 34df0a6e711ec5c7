// verdict: deadlock
// why: The last one to leave sets it back, when others have arrived again.

        // [arrive_and_wait]
        auto round = round_.lock();
        if (++round->arrived == threads_) {
            round->completion();
            all_here_.notify_all();
        }
        all_here_.wait(round, [this](const Round& now) { return now.arrived == threads_; });
        if (++round->number == threads_) {
            round->number = 0;
            round->arrived = 0;
        }
        // [arrive_and_wait]
