// verdict: deadlock
// why: The second one who waits is not told.

        // [close]
        state_.with([](State& state) { state.closed = true; });
        not_empty_.notify_one();
        not_full_.notify_one();
        // [close]
