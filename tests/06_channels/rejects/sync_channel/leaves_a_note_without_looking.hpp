// verdict: deadlock
// why: Room that came between try_put and the note has rung nobody.

        // [leave]
        WakeUp wake_up;
        const auto state = state_.lock();
        state->waiting.push_back(&note);
        if (capacity_ == 0) wake_up = ring(state->sleeper);  // the note is what it waits for
        return true;
        // [leave]
