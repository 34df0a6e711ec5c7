// verdict: crash
// why: A handle that was moved from has no core to call.

        // [send]
        const auto put = core_->put(value);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
        // [send]
