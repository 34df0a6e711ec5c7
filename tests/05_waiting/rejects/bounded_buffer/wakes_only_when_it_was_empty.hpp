// verdict: lost_wakeup
// why: Two values come one after the other, two consumers sleep, and one is woken.

        // [push]
        bool was_empty = false;
        {
            auto state = state_.lock();
            not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });
            if (state->closed) return std::unexpected(std::move(value));
            was_empty = state->values.empty();
            state->values.push_back(std::move(value));
        }
        if (was_empty) not_empty_.notify_one();
        return {};
        // [push]
