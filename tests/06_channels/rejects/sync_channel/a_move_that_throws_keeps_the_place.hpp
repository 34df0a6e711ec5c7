// verdict: deadlock
// test: SyncChannel.a_move_that_throws_is_for_its_own_sender_and_the_next_one_goes_on
// why: Whoever was woken for the room and cannot use it has to wake the next one.

        // [try_put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        if (state->queue.size() >= capacity_) return std::unexpected(SendFailure::full);
        state->queue.push_back(std::move(value));
        wake_up = ring(state->sleeper);
        return {};
        // [try_put]
