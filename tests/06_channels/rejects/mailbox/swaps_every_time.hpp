// verdict: wrong_result
// why: What the taker has not read yet goes back behind what is newer.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        {
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
