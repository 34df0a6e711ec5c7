// verdict: wrong_result
// why: The sender does not learn that its value is gone, and sends what is left of it once more.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        WakeUp wake_up;
        const auto state = state_.lock();
        if (!state->queue.empty()) {
            found = std::move(state->queue.front());
            state->queue.pop_front();
            wake_up = ring_next(*state);  // there is room for one
        } else if (capacity_ == 0 && !state->waiting.empty()) {
            found = std::move(*state->waiting.front()->value);
            wake_up = ring_next(*state);
        } else if (state->closed) {
            found = std::unexpected(RecvError::disconnected);
        }
        return found;
        // [try_take]
