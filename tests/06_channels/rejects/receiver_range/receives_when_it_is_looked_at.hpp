// verdict: deadlock
// why: Every look takes a value away.

        // [value]
        latest_ = receiver_->recv();
        return std::move(*latest_);
        // [value]
