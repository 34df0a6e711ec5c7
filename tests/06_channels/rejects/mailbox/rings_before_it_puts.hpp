// verdict: wrong_result
// why: The taker is woken, looks, and the value is not there yet.

        // [put]
        {
            WakeUp wake_up;
            const auto state = state_.lock();
            if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
            wake_up = ring(state->sleeper);
        }
        const auto state = state_.lock();
        state->in.push_back(std::move(value));
        return {};
        // [put]
