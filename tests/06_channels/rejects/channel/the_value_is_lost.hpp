// verdict: wrong_result
// why: It is moved into the mailbox's hands before the mailbox has said yes.

        // [send]
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        T mine = std::move(value);
        const auto put = core_->put(mine);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
        // [send]
