// verdict: deadlock
// why: The receiver sleeps, and the sender has come.

        // [leave]
        WakeUp wake_up;
        const auto state = state_.lock();
        if (state->receiver_dropped || state->queue.size() < capacity_) return false;
        state->waiting.push_back(&note);
        return true;
        // [leave]
