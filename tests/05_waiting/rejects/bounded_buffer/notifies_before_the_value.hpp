// verdict: lost_wakeup
// why: Whoever is woken looks too early.

        // [push]
        not_empty_.notify_one();
        auto state = state_.lock();
        not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });
        if (state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
        return {};
        // [push]
