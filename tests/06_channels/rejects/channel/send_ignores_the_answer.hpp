// verdict: wrong_result
// why: A send that nobody can receive is reported as sent.

        // [send]
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        (void)core_->put(value);
        return {};
        // [send]
