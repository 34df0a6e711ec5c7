// why: Batches are made bigger: a taker that found few values in the last one pauses before it
// swaps, and the lists are vectors that are used again. Costs a burst's last values a microsecond
// or two.
// whole: tests/bench/parts/channel_faster.cpp includes it beside the reference

#pragma once

#include <cstddef>
#include <deque>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mutex.hpp>
#include <fearless/park.hpp>
#include <fearless/todo.hpp>
#include <type_traits>
#include <utility>
#include <vector>

namespace fearless {

// Read with an index and used again, so that nothing is allocated once it is long enough. A vector
// that grows moves what is in it; where a move may throw, that could cost other values.
template <typename T>
using Batch =
    std::conditional_t<std::is_nothrow_move_constructible_v<T>, std::vector<T>, std::deque<T>>;

namespace detail {

// What both sides change, behind the lock.
template <typename T>
struct MailboxState {
    Batch<T> in;                    // put, and not yet swapped out
    bool closed = false;            // nobody puts any more
    bool receiver_dropped = false;  // nobody takes any more
    Alarm* sleeper = nullptr;       // of the taker, when it waits
};

}  // namespace detail

template <typename T>
class Mailbox {
  public:
    std::expected<void, SendFailure> put(T& value) {
        // [put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        state->in.push_back(std::move(value));
        wake_up = ring(state->sleeper);
        return {};
        // [put]
    }

    std::expected<T, RecvError> try_take() {
        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        if (next_ == out_.size()) {
            if (next_ > 1) pause();
            out_.clear();
            next_ = 0;
            const auto state = state_.lock();
            std::swap(out_, state->in);
            if (state->closed) found = std::unexpected(RecvError::disconnected);
        }
        if (next_ < out_.size()) {
            found = std::move(out_[next_]);
            ++next_;
        }
        return found;
        // [try_take]
    }

    bool watch(Alarm& alarm) {
        // [watch]
        const auto state = state_.lock();
        if (next_ < out_.size() || !state->in.empty() || state->closed) return false;
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

    void drop_receiver() {
        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const Batch<T> left = std::move(out_);
        Batch<T> unseen;
        const auto state = state_.lock();
        state->receiver_dropped = true;
        unseen.swap(state->in);
        // [drop_receiver]
    }

    void unwatch() {
        // [unwatch]
        const auto state = state_.lock();
        state->sleeper = nullptr;
        // [unwatch]
    }

  private:
    // Swapping at once would find a value or two, and the lock would slow the senders down: so a
    // microsecond or two between batches, in which the next one grows. Behind a single value there
    // is no pause, because a sender may wait for an answer to it. Nothing depends on the pause, and
    // the explorer skips it.
    static void pause() {
        int turns = 0;
        yield_until([&] { return ++turns == 8; });
    }

    Mutex<detail::MailboxState<T>> state_;
    Batch<T> out_;  // the taker's own
    std::size_t next_ = 0;
};

}  // namespace fearless
