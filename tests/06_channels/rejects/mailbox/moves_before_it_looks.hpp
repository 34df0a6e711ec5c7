// verdict: wrong_result
// why: The value is moved away before it is known that nobody will take it.

        // [put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        T mine = std::move(value);
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        state->in.push_back(std::move(mine));
        wake_up = ring(state->sleeper);
        return {};
        // [put]
