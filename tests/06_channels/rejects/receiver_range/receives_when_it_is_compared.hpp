// verdict: deadlock
// why: To ask whether this is the end takes a value away.

        // [end]
        it.latest_ = it.receiver_->recv();
        return !it.latest_.has_value();
        // [end]
