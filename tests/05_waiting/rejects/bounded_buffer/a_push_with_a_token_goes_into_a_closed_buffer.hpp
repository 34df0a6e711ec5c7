// verdict: wrong_result
// test: BoundedBuffer.a_push_that_is_stopped_gives_the_value_back_and_one_that_has_space_goes_in
// why: The wait ends with the close, and the value goes in.

    // [push_stop]
    {
        auto state = state_.lock();
        const auto ready = [this](const State& now) { return now.closed || !full(now); };
        const bool in_time = not_full_.wait(state, std::move(stop), ready);
        if (!in_time) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
    }
    not_empty_.notify_one();
    return {};
    // [push_stop]
