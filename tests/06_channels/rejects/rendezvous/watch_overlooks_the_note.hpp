// verdict: deadlock
// why: A sender waits already, and has rung nobody.

        // [watch]
        const auto state = state_.lock();
        const bool offered = capacity_ == 0 && !state->waiting.empty();
        if (!state->queue.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
