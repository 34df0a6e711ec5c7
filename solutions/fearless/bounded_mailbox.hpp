// The middle of a channel with a bound: a sender waits while it is full.
//
// A sender that waits leaves a note: a node on its own stack with the address of its value. With a
// capacity of 0 there is no room at all, and the receiver takes every value from such a note: the
// two meet.
//
//     fearless::BoundedMailbox<std::string> box(1);
//     std::string letter = "hello", next = "again";
//     (void)box.put(letter);
//     if (auto put = box.try_put(next); !put) std::cout << put.error();  // Full
//
// Promises
//   - What Mailbox promises, with room for `capacity` values: put(value) waits for room,
//     try_put(value) says `full`, put_for(value, time) waits for `time` at most and says `timeout`.
//     A value that was not put is left alone.
//   - With a capacity of 0, put returns when the value has been taken, and try_put says `full`.
//   - put(value, stop) gives up with `stopped` when a stop is requested and there is no room.
//   - drop_receiver() wakes all who wait for room: their puts say `disconnected`.
//   - An exception of a value's move comes out of that value's put, or of try_take. It costs that
//     value at most: no other value and no room, and others who wait go on.
//   - Who waits sleeps. Who has given up has left no note behind.
// Requires
//   - T can be moved, by construction and by assignment.
//   - Nobody puts after close() or takes after drop_receiver(). One alarm at a time.
// Threads
//   put, put_for, try_put: any number, at the same time. The others: one, which waits in take.hpp.
//   Which of several senders that wait comes next is not promised.
// Memory ordering
//   What happened before a put happens before what follows the take of that value: both hold the
//   same lock. With a capacity of 0, what happened before the take also happens before what follows
//   the put.
// Not for
//   Users of a channel: its two ends are in sync_channel.hpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mutex.hpp>
#include <fearless/todo.hpp>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace fearless {

namespace detail {

// What a sender that waits leaves behind; whoever takes the note off the list rings it.
template <typename T>
struct WaitingSender {
    T* value;            // still the sender's
    bool taken = false;  // the receiver has moved the value out
    Alarm alarm{};
};

// How a sender waits that can be told to stop: take(core, stop) with the roles changed. Given.
template <typename Core, typename T>
std::expected<void, SendFailure> put(Core& core, T& value, std::stop_token stop) {
    // [put_stop]
    for (;;) {
        const bool stopped =
            stop.stop_requested();  // before the look: room that came first is used
        const auto put = core.try_put(value);
        if (put || put.error() == SendFailure::disconnected) return put;
        if (stopped) return std::unexpected(SendFailure::stopped);
        WaitingSender<T> note{&value};
        if (!core.leave(note)) continue;
        {
            const std::stop_callback wake(stop, [&note] { const WakeUp up = note.alarm.ring(); });
            note.alarm.wait();
        }
        core.take_back(note);
        if (note.taken) return {};
    }
    // [put_stop]
}

// [state]
template <typename T>
struct BoundedState {
    std::deque<T> queue;                    // sent, not yet received; never more than the capacity
    std::deque<WaitingSender<T>*> waiting;  // senders without room, first come first
    bool closed = false;                    // nobody sends any more
    bool receiver_dropped = false;          // nobody receives any more
    Alarm* sleeper = nullptr;               // of the receiver that waits
};
// [state]

}  // namespace detail

// A mailbox with room for so many values.
template <typename T>
class BoundedMailbox {
  public:
    // [constructor]
    explicit BoundedMailbox(std::size_t capacity) : capacity_(capacity) {}
    // [constructor]

    // Moves the value in; waits for room.
    std::expected<void, SendFailure> put(T& value) { return put_until(value, std::nullopt); }
    // The same for `time` at most, then `timeout`.
    std::expected<void, SendFailure> put_for(T& value, std::chrono::nanoseconds time) {
        return put_until(value, time);
    }
    // The same until a stop is requested: `stopped`.
    std::expected<void, SendFailure> put(T& value, std::stop_token stop) {
        return detail::put(*this, value, std::move(stop));
    }

    // Moves the value in where there is room; does not wait.
    std::expected<void, SendFailure> try_put(T& value) {
        // [try_put]
        WakeUp wake_up;  // happens when the lock is free again
        const auto state = state_.lock();
        if (state->receiver_dropped) return std::unexpected(SendFailure::disconnected);
        if (state->queue.size() >= capacity_) return std::unexpected(SendFailure::full);
        try {
            state->queue.push_back(std::move(value));
        } catch (...) {
            wake_up = ring_next(*state);  // the room is still there, for somebody else
            throw;
        }
        wake_up = ring(state->sleeper);
        return {};
        // [try_put]
    }

    // The oldest value, `empty` or `disconnected`; does not wait.
    std::expected<T, RecvError> try_take() {
        // [try_take]
        std::expected<T, RecvError> found = std::unexpected(RecvError::empty);
        WakeUp wake_up;
        const auto state = state_.lock();
        if (!state->queue.empty()) {
            found = std::move(state->queue.front());
            state->queue.pop_front();
            wake_up = ring_next(*state);  // there is room for one
        } else if (capacity_ == 0 && !state->waiting.empty()) {
            found = std::move(*state->waiting.front()->value);
            state->waiting.front()->taken = true;
            wake_up = ring_next(*state);
        } else if (state->closed) {
            found = std::unexpected(RecvError::disconnected);
        }
        return found;
        // [try_take]
    }

    // Leaves the alarm for the next value or the end; false where try_take would find something.
    bool watch(Alarm& alarm) {
        // [watch]
        const auto state = state_.lock();
        const bool offered = capacity_ == 0 && !state->waiting.empty();
        if (!state->queue.empty() || offered || state->closed) return false;
        state->sleeper = &alarm;
        return true;
        // [watch]
    }

    // Takes the alarm back.
    void unwatch() {
        // [unwatch]
        const auto state = state_.lock();
        state->sleeper = nullptr;
        // [unwatch]
    }

    // By the side that sends: nothing more will come.
    void close() {
        // [close]
        WakeUp wake_up;
        const auto state = state_.lock();
        state->closed = true;
        wake_up = ring(state->sleeper);
        // [close]
    }

    // By the side that receives: senders who wait are woken, what is inside is destroyed.
    void drop_receiver() {
        // [drop_receiver]
        std::deque<T> left;  // destroyed without the lock: a value's destructor may do anything
        const auto state = state_.lock();
        state->receiver_dropped = true;
        left.swap(state->queue);
        while (!state->waiting.empty()) WakeUp wake_up = ring_next(*state);
        // [drop_receiver]
    }

    // Leaves a note for whoever makes room, unless there is some by now, or nobody to make it.
    bool leave(detail::WaitingSender<T>& note) {
        // [leave]
        WakeUp wake_up;
        const auto state = state_.lock();
        if (state->receiver_dropped || state->queue.size() < capacity_) return false;
        state->waiting.push_back(&note);
        if (capacity_ == 0) wake_up = ring(state->sleeper);  // the note is what it waits for
        return true;
        // [leave]
    }

    // When it returns, nobody knows the note any more.
    void take_back(detail::WaitingSender<T>& note) {
        // [take_back]
        const auto state = state_.lock();
        std::erase(state->waiting, &note);
        // [take_back]
    }

  private:
    std::expected<void, SendFailure> put_until(T& value,
                                               std::optional<std::chrono::nanoseconds> time) {
        // [put_until]
        using Clock = std::chrono::steady_clock;
        const auto start = time ? Clock::now() : Clock::time_point();
        for (;;) {
            const auto put = try_put(value);
            if (put || put.error() == SendFailure::disconnected) return put;
            detail::WaitingSender<T> note{&value};
            if (!time) {
                if (leave(note)) note.alarm.wait();
            } else {
                const auto passed = Clock::now() - start;  // start + *time can overflow
                if (passed >= *time) return std::unexpected(SendFailure::timeout);
                if (leave(note) && !note.alarm.wait_for(*time - passed)) take_back(note);
            }
            if (note.taken) return {};
        }
        // [put_until]
    }

    // [members]
    // Takes the note of the sender that has waited longest off the list.
    static WakeUp ring_next(detail::BoundedState<T>& state) {
        if (state.waiting.empty()) return {};
        detail::WaitingSender<T>& first = *state.waiting.front();
        state.waiting.pop_front();
        return first.alarm.ring();
    }

    const std::size_t capacity_;
    Mutex<detail::BoundedState<T>> state_;
    // [members]
};

}  // namespace fearless
