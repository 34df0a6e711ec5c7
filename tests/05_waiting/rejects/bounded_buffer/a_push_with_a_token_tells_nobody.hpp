// verdict: deadlock
// test: BoundedBuffer.a_push_with_a_token_waits_for_space_and_wakes_who_waits_for_a_value
// why: Who waits for a value is not woken.

    // [push_stop]
    {
        auto state = state_.lock();
        const auto ready = [this](const State& now) { return now.closed || !full(now); };
        const bool in_time = not_full_.wait(state, std::move(stop), ready);
        if (!in_time || state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
    }
    return {};
    // [push_stop]
