// The middle of a channel: many threads put values in, one takes them out.
//
// Those who put share a list behind a lock. The taker swaps the whole list for its own empty one
// and reads that without any lock, so a hundred values cost it one lock.
//
//     fearless::Mailbox<std::string> box;
//     std::string letter = "hello";
//     (void)box.put(letter);
//     std::cout << *box.try_take();
//
// Promises
//   - What is put is taken once, in the order in which it was put.
//   - put(value) never waits. It moves the value in, or says `disconnected` and leaves it alone
//     when nobody will take it any more.
//   - try_take() never waits: a value, or `empty`, or `disconnected` when the mailbox was closed
//     and all that was put has been taken.
//   - close(), by the side that puts: nothing more will come. What is inside can still be taken.
//   - drop_receiver(), by the side that takes: what is inside is destroyed, and no put succeeds
//   after.
//     It is destroyed without the lock, because a value's destructor may use the mailbox.
//   - watch(alarm) is false when try_take would find a value or the end. Otherwise it leaves the
//     alarm, and the next put or close takes it off and rings it. unwatch() takes it back: when it
//     returns nobody will ring it any more.
//   - An exception of a value's move comes out of put or try_take. It costs that value at most.
// Requires
//   - T can be moved, by construction and by assignment.
//   - Nobody puts after close() or takes after drop_receiver(). One alarm at a time.
// Threads
//   put: any number, at the same time. try_take, watch, unwatch, drop_receiver: one, which waits in
//   take.hpp.
// Memory ordering
//   What happened before a put happens before what follows the take of that value: both hold the
//   same lock.
// Not for
//   A producer that is faster than its consumer: nothing limits the list (sync_channel.hpp does).
#pragma once

#include <deque>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mutex.hpp>
#include <fearless/todo.hpp>
#include <utility>

namespace fearless {

namespace detail {

// What both sides change, behind the lock.
// [state]
template <typename T>
struct MailboxState {
    std::deque<T> in;               // put, and not yet swapped out
    bool closed = false;            // nobody puts any more
    bool receiver_dropped = false;  // nobody takes any more
    Alarm* sleeper = nullptr;       // of the taker, when it waits
};
// [state]

}  // namespace detail

// A list that many put values in, and one takes them out of.
template <typename T>
class Mailbox {
  public:
    // Moves the value in, unless nobody takes any more; does not wait.
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

    // The oldest value, `empty` or `disconnected`; does not wait.
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

    // Leaves the alarm for the next put or close; false where try_take would find something.
    bool watch(Alarm& alarm) {
        // [watch]
        const auto state = state_.lock();
        if (!out_.empty() || !state->in.empty() || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
    }

    // By the side that puts: nothing more will come.
    void close() {
        // [close]
        WakeUp wake_up;
        const auto state = state_.lock();
        state->closed = true;
        wake_up = ring(state->sleeper);
        // [close]
    }

    // By the side that takes: nobody takes any more, and what is inside is destroyed.
    void drop_receiver() {
        // [drop_receiver]
        // Destroyed when the lock is free again: a value's destructor may do anything.
        const std::deque<T> left = std::move(out_);
        std::deque<T> unseen;
        const auto state = state_.lock();
        state->receiver_dropped = true;
        unseen.swap(state->in);
        // [drop_receiver]
    }

    // Takes the alarm back.
    void unwatch() {
        // [unwatch]
        const auto state = state_.lock();
        state->sleeper = nullptr;
        // [unwatch]
    }

  private:
    // [members]
    Mutex<detail::MailboxState<T>> state_;
    std::deque<T> out_;  // the taker's own
    // [members]
};

}  // namespace fearless
