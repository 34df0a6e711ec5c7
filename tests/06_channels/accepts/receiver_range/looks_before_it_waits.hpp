// why: What is there is taken without waiting.

        // [begin]
        latest_ = next();
        // [begin]

        // [next]
        latest_ = next();
        return *this;
        // [next]

    // [members]
    std::expected<value_type, RecvError> next() {
        auto found = receiver_->try_recv();
        if (!found && found.error() == RecvError::empty) return receiver_->recv();
        return found;
    }

    Receiver* receiver_;
    mutable std::expected<value_type, RecvError> latest_;  // const is the iterator, not the value
    // [members]
