// verdict: lost_wakeup
// why: Whoever waits for space waits for ever.

        // [close]
        state_.with([](State& state) { state.closed = true; });
        not_empty_.notify_all();
        // [close]
