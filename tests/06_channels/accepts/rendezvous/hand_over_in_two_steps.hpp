// why: The receiver pops the note first and keeps it in its hand.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        WakeUp wake_up;
        const auto state = state_.lock();
        if (!state->queue.empty()) {
            found = std::move(state->queue.front());
            state->queue.pop_front();
            wake_up = ring_next(*state);  // there is room for one
        } else if (capacity_ == 0 && !state->waiting.empty()) {
            detail::WaitingSender<T>& note = *state->waiting.front();
            found = std::move(*note.value);
            state->waiting.pop_front();
            note.taken = true;
            wake_up = note.alarm.ring();
        } else if (state->closed) {
            found = std::unexpected(RecvError::disconnected);
        }
        return found;
        // [try_take]
