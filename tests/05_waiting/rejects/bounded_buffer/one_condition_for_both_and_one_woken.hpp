// verdict: lost_wakeup
// why: The one who is woken may be one who waits for the other thing.

        // [push]
        {
            auto state = state_.lock();
            not_empty_.wait(state, [this](const State& now) { return now.closed || !full(now); });
            if (state->closed) return std::unexpected(std::move(value));
            state->values.push_back(std::move(value));
        }
        not_empty_.notify_one();
        return {};
        // [push]

    // [members]
    static bool something_to_do(const State& state) {
        return state.closed || !state.values.empty();
    }

    std::optional<T> take(MutexGuard<State>& state) const {
        if (state->values.empty()) return std::nullopt;
        std::optional<T> oldest(std::move(state->values.front()));
        state->values.pop_front();
        not_empty_.notify_one();
        return oldest;
    }
    // [members]
