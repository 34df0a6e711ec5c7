// verdict: compile_error
// why: A value that can only be moved does not get in.

        // [push]
        {
            auto state = state_.lock();
            not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });
            if (state->closed) return std::unexpected(std::move(value));
            state->values.push_back(value);
        }
        not_empty_.notify_one();
        return {};
        // [push]
