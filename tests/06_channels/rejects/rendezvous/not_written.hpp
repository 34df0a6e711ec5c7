// verdict: deadlock
// why: With a capacity of 0 the queue never has anything, and the notes are not read.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        WakeUp wake_up;
        const auto state = state_.lock();
        if (!state->queue.empty()) {
            found = std::move(state->queue.front());
            state->queue.pop_front();
            wake_up = ring_next(*state);  // there is room for one
        } else if (state->closed) {
            found = std::unexpected(RecvError::disconnected);
        }
        return found;
        // [try_take]

        // [watch]
        const auto state = state_.lock();
        const bool offered = false;
        if (!state->queue.empty() || offered || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
