// verdict: crash
// why: std::thread's own assignment ends the program when the old thread was not joined.

        // [move_assignment]
        if (this != &other) {
            thread_ = std::move(other.thread_);
            packet_ = std::move(other.packet_);
        }
        return *this;
        // [move_assignment]
