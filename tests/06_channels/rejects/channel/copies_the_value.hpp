// verdict: compile_error
// why: A value that can only be moved cannot be sent.

        // [send]
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        T copy = value;
        const auto put = core_->put(copy);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
        // [send]
