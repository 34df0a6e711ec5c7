// verdict: wrong_result
// why: A sender rings an alarm whose thread has left.

#pragma once

#include <deque>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mutex.hpp>
#include <fearless/todo.hpp>
#include <utility>

namespace fearless {

// What both sides change, behind the lock.
template <typename T>
struct MailboxState {
    std::deque<T> in;          // put, and not yet swapped out
    bool closed = false;       // nobody puts any more
    bool abandoned = false;    // nobody takes any more
    Alarm* sleeper = nullptr;  // of the taker, when it waits
};

template <typename T>
class Mailbox {
  public:
    std::expected<void, SendFailure> put([[maybe_unused]] T& value) {
        // [put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->abandoned) return std::unexpected(SendFailure::disconnected);
        state->in.push_back(std::move(value));
        wake_up = ring(state->sleeper);
        return {};
        // [put]
    }

    std::expected<T, RecvError> try_take() {
        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (out_.empty()) {
            const auto state = state_.lock();
            out_.swap(state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (!out_.empty()) {
            found = std::move(out_.front());
            out_.pop_front();
        }
        return found;
        // [try_take]
    }

    bool watch([[maybe_unused]] Alarm& alarm) {
        // [watch]
        const auto state = state_.lock();
        if (!out_.empty() || !state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
    }

    void close() {
        // [close]
        WakeUp wake_up;
        const auto state = state_.lock();
        state->closed = true;
        wake_up = ring(state->sleeper);
        // [close]
    }

    void abandon() {
        // [abandon]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::deque<T> left = std::move(out_);
        std::deque<T> unseen;
        const auto state = state_.lock();
        state->abandoned = true;
        unseen.swap(state->in);
        // [abandon]
    }

    void unwatch() {
        // [unwatch]
        (void)state_.lock();
        // [unwatch]
    }

  private:
    Mutex<MailboxState<T>> state_;
    std::deque<T> out_;  // the taker's own
};

}  // namespace fearless
