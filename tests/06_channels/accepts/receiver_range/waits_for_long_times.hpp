// why: recv_for in a loop, for whoever wants to look up now and then.

#include <chrono>

        // [begin]
        latest_ = next();
        // [begin]

        // [next]
        latest_ = next();
        return *this;
        // [next]

    // [members]
    std::expected<value_type, RecvError> next() {
        for (;;) {
            auto found = receiver_->recv_for(std::chrono::hours(1));
            if (found || found.error() != RecvError::timeout) return found;
        }
    }

    Receiver* receiver_;
    mutable std::expected<value_type, RecvError> latest_;  // const is the iterator, not the value
    // [members]
