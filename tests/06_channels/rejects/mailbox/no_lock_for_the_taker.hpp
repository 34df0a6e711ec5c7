// verdict: data_race
// why: The taker looks into the list while a sender changes it.

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (out_.empty()) {
            auto* state = shared_;
            out_.swap(state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (!out_.empty()) {
            found = std::move(out_.front());
            out_.pop_front();
        }
        return found;
        // [try_take]

    // [members]
    Mutex<detail::MailboxState<T>> state_;
    detail::MailboxState<T>* shared_ =
        state_.with([](detail::MailboxState<T>& state) { return &state; });
    std::deque<T> out_;  // the taker's own
    // [members]
