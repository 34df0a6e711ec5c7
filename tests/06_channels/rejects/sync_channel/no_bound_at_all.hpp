// verdict: wrong_result
// why: The capacity is a number that nobody looks at.

        // [try_put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        if (capacity_ == 0) return std::unexpected(SendFailure::full);
        try {
            state->queue.push_back(std::move(value));
        } catch (...) {
            wake_up = ring_next(*state);  // the room is still there, for somebody else
            throw;
        }
        wake_up = ring(state->sleeper);
        return {};
        // [try_put]
