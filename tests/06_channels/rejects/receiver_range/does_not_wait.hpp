// verdict: wrong_result
// why: Nothing is there yet; that is not the end.

        // [begin]
        latest_ = receiver_->try_recv();
        // [begin]

        // [next]
        latest_ = receiver_->try_recv();
        return *this;
        // [next]
