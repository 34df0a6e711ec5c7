// verdict: deadlock
// why: The last sender goes, and the taker goes on sleeping.

        // [close]
        WakeUp wake_up;
        const auto state = state_.lock();
        state->closed = true;
        // [close]
