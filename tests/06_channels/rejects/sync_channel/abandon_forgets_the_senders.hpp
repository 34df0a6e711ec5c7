// verdict: deadlock
// why: The receiver goes, and senders sleep on.

        // [abandon]
        std::deque<T> left;  // destroyed without the lock: a value's destructor may do anything
        const auto state = state_.lock();
        state->abandoned = true;
        left.swap(state->queue);
        // [abandon]
