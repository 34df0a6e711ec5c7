// verdict: wrong_result
// why: It waits when there is one more inside than there is space for.

        // [push]
        {
            auto state = state_.lock();
            not_full_.wait(state, [this](const State& now) {
                return now.closed || now.values.size() <= capacity_;
            });
            if (state->closed) return std::unexpected(std::move(value));
            state->values.push_back(std::move(value));
        }
        not_empty_.notify_one();
        return {};
        // [push]
