// verdict: wrong_result
// why: Values that nobody can take live as long as the last sender.

        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::deque<T> left = std::move(out_);
        std::deque<T> unseen;
        const auto state = state_.lock();
        state->receiver_dropped = true;
        // [drop_receiver]
