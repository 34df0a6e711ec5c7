// verdict: compile_error
// why: A value that can only be moved does not get in.

        // [put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        state->in.push_back(value);
        wake_up = ring(state->sleeper);
        return {};
        // [put]
