// verdict: deadlock
// why: The constructor has received already, and the loop begins with another one.

        // [begin]
        latest_ = receiver_->recv();
        latest_ = receiver_->recv();
        // [begin]
