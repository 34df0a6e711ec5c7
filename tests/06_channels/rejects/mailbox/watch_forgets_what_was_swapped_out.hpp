// verdict: wrong_result
// test: Mailbox.watch_sees_what_can_be_found
// why: The taker has values of its own in its hands, and goes to sleep.

        // [watch]
        const auto state = state_.lock();
        if (!state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
