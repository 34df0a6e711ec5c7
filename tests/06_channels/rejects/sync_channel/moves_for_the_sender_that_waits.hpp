// verdict: deadlock
// test: SyncChannel.a_move_that_throws_is_for_its_own_sender_and_the_next_one_goes_on
// why: The receiver moves the next sender's value in: what that throws comes out of recv, and the
// sender sleeps for ever.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        WakeUp wake_up;
        const auto state = state_.lock();
        if (!state->queue.empty()) {
            found = std::move(state->queue.front());
            state->queue.pop_front();
            if (!state->waiting.empty()) {
                detail::WaitingSender<T>& note = *state->waiting.front();
                state->waiting.pop_front();
                state->queue.push_back(std::move(*note.value));
                note.taken = true;
                wake_up = note.alarm.ring();
            }
        } else if (capacity_ == 0 && !state->waiting.empty()) {
            found = std::move(*state->waiting.front()->value);
            state->waiting.front()->taken = true;
            wake_up = ring_next(*state);
        } else if (state->closed) {
            found = std::unexpected(RecvError::disconnected);
        }
        return found;
        // [try_take]
