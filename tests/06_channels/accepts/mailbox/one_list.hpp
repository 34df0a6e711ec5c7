// why: No swap: the taker reads the shared list under the lock, value by value.

        // [try_take]
        const auto state = state_.lock();
        std::expected<T, RecvError> found =
            std::unexpected(state->closed ? RecvError::disconnected : RecvError::empty);
        if (!state->in.empty()) {
            found = std::move(state->in.front());
            state->in.pop_front();
        }
        return found;
        // [try_take]

        // [watch]
        const auto state = state_.lock();
        if (!state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]

        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        std::deque<T> unseen;
        const auto state = state_.lock();
        state->receiver_dropped = true;
        unseen.swap(state->in);
        // [drop_receiver]

    // [members]
    Mutex<detail::MailboxState<T>> state_;
    // [members]
