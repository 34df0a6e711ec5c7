// verdict: deadlock
// why: The destructor of a value wants the lock that is held while it runs.

        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::deque<T> left = std::move(out_);
        std::deque<T> unseen;
        const auto state = state_.lock();
        state->receiver_dropped = true;
        state->in.clear();
        // [drop_receiver]
