// verdict: wrong_result
// why: A push that waited is let in by the end.

        // [push]
        {
            auto state = state_.lock();
            not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });

            state->values.push_back(std::move(value));
        }
        not_empty_.notify_one();
        return {};
        // [push]
