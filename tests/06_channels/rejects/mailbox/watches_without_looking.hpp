// verdict: deadlock
// why: What came between try_take and watch has rung already, and nobody will ring again.

        // [watch]
        const auto state = state_.lock();
        state->sleeper = &alarm;
        return true;
        // [watch]
