// why: The receiver is rung for every note, with a bound as well.

        // [leave]
        WakeUp wake_up;
        const auto state = state_.lock();
        if (state->receiver_dropped || state->queue.size() < capacity_) return false;
        state->waiting.push_back(&note);
        wake_up = ring(state->sleeper);
        return true;
        // [leave]
