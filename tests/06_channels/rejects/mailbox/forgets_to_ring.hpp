// verdict: deadlock
// test: Mailbox.a_put_wakes_the_taker_that_waits
// why: A put that does not ring leaves the taker asleep beside its value.

        // [put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        state->in.push_back(std::move(value));
        return {};
        // [put]
