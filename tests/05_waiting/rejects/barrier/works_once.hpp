// verdict: data_race
// why: Nobody sets the count back.

        // [arrive_and_wait]
        auto round = round_.lock();
        if (++round->arrived == threads_) round->completion();
        all_here_.notify_all();
        all_here_.wait(round, [this](const Round& now) { return now.arrived >= threads_; });
        // [arrive_and_wait]
