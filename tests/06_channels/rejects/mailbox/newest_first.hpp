// verdict: wrong_result
// why: A stack is no queue.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (out_.empty()) {
            const auto state = state_.lock();
            out_.swap(state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (!out_.empty()) {
            found = std::move(out_.back());
            out_.pop_back();
        }
        return found;
        // [try_take]
