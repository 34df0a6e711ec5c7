// why: recv looks before it waits, and recv_for leaves the short times to try_take.

        // [recv]
        if (!core_) return std::unexpected(RecvError::disconnected);
        auto found = core_->try_take();
        if (found) return found;
        return detail::take(*core_);
        // [recv]

        // [recv_for]
        if (!core_) return std::unexpected(RecvError::disconnected);
        if (time.count() > 0) return detail::take_for(*core_, time);
        auto found = core_->try_take();
        if (!found && found.error() == RecvError::empty) {
            return std::unexpected(RecvError::timeout);
        }
        return found;
        // [recv_for]
