// verdict: wrong_result
// why: A sender lives, so something may still come.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::disconnected);
        if (out_.empty()) {
            const auto state = state_.lock();
            out_.swap(state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (!out_.empty()) {
            found = std::move(out_.front());
            out_.pop_front();
        }
        return found;
        // [try_take]
