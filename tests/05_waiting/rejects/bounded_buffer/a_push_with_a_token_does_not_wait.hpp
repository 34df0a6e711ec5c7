// verdict: wrong_result
// test: BoundedBuffer.a_push_that_is_stopped_gives_the_value_back_and_one_that_has_space_goes_in
// why: A token is no reason not to wait.

    // [push_stop]
    {
        auto state = state_.lock();
        const auto ready = [this](const State& now) { return now.closed || !full(now); };
        const bool in_time = !full(*state) && !stop.stop_requested();
        if (!in_time || state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
    }
    not_empty_.notify_one();
    return {};
    // [push_stop]
