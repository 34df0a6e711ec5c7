// verdict: deadlock
// why: There is room, and the sender that waits for it never hears of it.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        WakeUp wake_up;
        const auto state = state_.lock();
        if (!state->queue.empty()) {
            found = std::move(state->queue.front());
            state->queue.pop_front();
        } else if (capacity_ == 0 && !state->waiting.empty()) {
            found = std::move(*state->waiting.front()->value);
            state->waiting.front()->taken = true;
            wake_up = ring_next(*state);
        } else if (state->closed) {
            found = std::unexpected(RecvError::disconnected);
        }
        return found;
        // [try_take]
