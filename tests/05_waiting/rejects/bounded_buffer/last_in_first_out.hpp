// verdict: wrong_result
// why: A stack is no queue.

    // [members]
    static bool something_to_do(const State& state) {
        return state.closed || !state.values.empty();
    }

    std::optional<T> take(MutexGuard<State>& state) const {
        if (state->values.empty()) return std::nullopt;
        std::optional<T> oldest(std::move(state->values.back()));
        state->values.pop_back();
        not_full_.notify_one();
        return oldest;
    }
    // [members]
