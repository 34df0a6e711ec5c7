// verdict: deadlock
// why: try_recv has nothing to wait for.

        // [try_recv]
        if (!core_) return std::unexpected(RecvError::disconnected);
        return detail::take(*core_);
        // [try_recv]
