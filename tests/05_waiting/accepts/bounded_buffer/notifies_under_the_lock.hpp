// why: Every notification is made while the lock is held.

        // [push]
        auto state = state_.lock();
        not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });
        if (state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
        not_empty_.notify_one();
        return {};
        // [push]

        // [close]
        auto state = state_.lock();
        state->closed = true;
        not_empty_.notify_all();
        not_full_.notify_all();
        // [close]
