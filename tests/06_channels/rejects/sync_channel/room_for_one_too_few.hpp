// verdict: wrong_result
// why: The last place is never used.

        // [try_put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        if (state->queue.size() + 1 >= capacity_ + (capacity_ < 2))
            return std::unexpected(SendFailure::full);
        try {
            state->queue.push_back(std::move(value));
        } catch (...) {
            wake_up = ring_next(*state);  // the room is still there, for somebody else
            throw;
        }
        wake_up = ring(state->sleeper);
        return {};
        // [try_put]
