// verdict: lost_wakeup
// why: The flag is up, and everybody sleeps on.

        // [close]
        state_.with([](State& state) { state.closed = true; });
        // [close]
