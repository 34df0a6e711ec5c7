// verdict: wrong_result
// why: Nothing is there yet, and the receiver is told so.

        // [recv]
        if (!core_) return std::unexpected(RecvError::disconnected);
        return core_->try_take();
        // [recv]
