// verdict: deadlock
// why: The receiver goes, and senders sleep on.

        // [drop_receiver]
        std::deque<T> left;  // destroyed without the lock: a value's destructor may do anything
        const auto state = state_.lock();
        state->receiver_dropped = true;
        left.swap(state->queue);
        // [drop_receiver]
