// why: std::mutex, and a linked list that is spliced.

#include <list>
#include <mutex>

// [state]
template <typename T>
struct MailboxState {
    std::list<T> in;                // put, and not yet swapped out
    bool closed = false;            // nobody puts any more
    bool receiver_dropped = false;  // nobody takes any more
    Alarm* sleeper = nullptr;       // of the taker, when it waits
};
// [state]

        // [put]
        WakeUp wake_up;  // happens when the lock is free again
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        state->in.push_back(std::move(value));
        wake_up = ring(state->sleeper);
        return {};
        // [put]

        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (out_.empty()) {
            const std::lock_guard hold(mutex_);
            auto* const state = &state_;
            out_.swap(state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (!out_.empty()) {
            found = std::move(out_.front());
            out_.pop_front();
        }
        return found;
        // [try_take]

        // [watch]
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        if (!out_.empty() || !state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]

        // [close]
        WakeUp wake_up;
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        state->closed = true;
        wake_up = ring(state->sleeper);
        // [close]

        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::list<T> left = std::move(out_);
        std::list<T> unseen;
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        state->receiver_dropped = true;
        unseen.swap(state->in);
        // [drop_receiver]

        // [unwatch]
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        state->sleeper = nullptr;
        // [unwatch]

    // [members]
    std::mutex mutex_;
    detail::MailboxState<T> state_;
    std::list<T> out_;  // the taker's own
    // [members]
