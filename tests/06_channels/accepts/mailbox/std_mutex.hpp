// why: std::mutex, and a linked list that is spliced.

#pragma once

#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>
#include <list>
#include <mutex>
#include <utility>

namespace fearless {

// What both sides change, behind the lock.
template <typename T>
struct MailboxState {
    std::list<T> in;           // put, and not yet swapped out
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
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
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
    }

    bool watch([[maybe_unused]] Alarm& alarm) {
        // [watch]
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        if (!out_.empty() || !state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
    }

    void close() {
        // [close]
        WakeUp wake_up;
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        state->closed = true;
        wake_up = ring(state->sleeper);
        // [close]
    }

    void abandon() {
        // [abandon]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::list<T> left = std::move(out_);
        std::list<T> unseen;
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        state->abandoned = true;
        unseen.swap(state->in);
        // [abandon]
    }

    void unwatch() {
        // [unwatch]
        const std::lock_guard hold(mutex_);
        auto* const state = &state_;
        state->sleeper = nullptr;
        // [unwatch]
    }

  private:
    std::mutex mutex_;
    MailboxState<T> state_;
    std::list<T> out_;  // the taker's own
};

}  // namespace fearless
