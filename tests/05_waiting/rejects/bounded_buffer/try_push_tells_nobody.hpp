// verdict: lost_wakeup
// why: A value came in by the other door.

        // [try_push]
        auto state = state_.lock();
        if (state->closed || full(*state)) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
        return {};
        // [try_push]
