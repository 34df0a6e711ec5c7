// verdict: lost_wakeup
// why: pop makes space, and nobody hears of it.

    // [members]
    static bool something_to_do(const State& state) {
        return state.closed || !state.values.empty();
    }

    std::optional<T> take(MutexGuard<State>& state) const {
        if (state->values.empty()) return std::nullopt;
        std::optional<T> oldest(std::move(state->values.front()));
        state->values.pop_front();
        return oldest;
    }
    // [members]
