// why: A vector that is read with an index, and emptied when all of it has been read.

#include <cstddef>
#include <vector>

// [state]
template <typename T>
struct MailboxState {
    std::vector<T> in;              // put, and not yet swapped out
    bool closed = false;            // nobody puts any more
    bool receiver_dropped = false;  // nobody takes any more
    Alarm* sleeper = nullptr;       // of the taker, when it waits
};
// [state]

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (next_ == out_.size()) {
            out_.clear();
            next_ = 0;
            const auto state = state_.lock();
            std::swap(out_, state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (next_ < out_.size()) found = std::move(out_[next_++]);
        return found;
        // [try_take]

        // [watch]
        const auto state = state_.lock();
        if (next_ < out_.size() || !state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]

        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::vector<T> left = std::move(out_);
        std::vector<T> unseen;
        const auto state = state_.lock();
        state->receiver_dropped = true;
        unseen.swap(state->in);
        // [drop_receiver]

    // [members]
    Mutex<detail::MailboxState<T>> state_;
    std::vector<T> out_;  // the taker's own
    std::size_t next_ = 0;
    // [members]
