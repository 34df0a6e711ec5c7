// verdict: data_race
// why: Two threads find that nothing is done, and both do it.

        // [call]
        if (is_done()) return;
        std::invoke(std::forward<F>(f));
        word_.store(kDone, release);
        // [call]
