// verdict: deadlock
// why: The receiver sleeps beside a value.

        // [try_put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        if (state->queue.size() >= capacity_) return std::unexpected(SendFailure::full);
        try {
            state->queue.push_back(std::move(value));
        } catch (...) {
            wake_up = ring_next(*state);  // the room is still there, for somebody else
            throw;
        }
        return {};
        // [try_put]
