// verdict: deadlock
// why: The end rings once; a taker that leaves its alarm afterwards is never woken.

        // [watch]
        const auto state = state_.lock();
        if (!out_.empty() || !state->in.empty()) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
