// verdict: deadlock
// test: BoundedBuffer.a_push_that_is_stopped_gives_the_value_back_and_one_that_has_space_goes_in
// why: A request that comes while the producer sleeps wakes nobody.

    // [push_stop]
    {
        auto state = state_.lock();
        const auto ready = [this](const State& now) { return now.closed || !full(now); };
        const bool in_time = ready(*state) || !stop.stop_requested();
        not_full_.wait(state, [&](const State& now) { return !in_time || ready(now); });
        if (!in_time || state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
    }
    not_empty_.notify_one();
    return {};
    // [push_stop]
