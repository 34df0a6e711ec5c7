// A channel with a bound: a sender waits while `capacity` values are on their way.
//
// A sender that waits leaves a note: a node on its own stack with the address of its value. With a
// capacity of 0 there is no room at all, and the receiver takes every value from such a note: the
// two meet.
//
// Promises
//   - All that channel() promises, except that send may wait.
//   - At most `capacity` values are sent and not yet received. send(value) waits for room.
//     try_send(value) does not wait, and says `full`. send_for(value, time) waits for `time` at
//     most, and says `timeout`; a time of zero or less means: only look. Each gives the value back
//     when it fails.
//   - With a capacity of 0, send returns when the receiver has the value, and try_send says `full`:
//     a value changes hands only while somebody waits with it.
//   - When the receiver goes, every send that waits gives its value back.
//   - Who waits sleeps.
// Requires
//   - T is Send.
// Threads
//   As with channel(). Which of several senders that wait comes next is not promised.
// Memory ordering
//   As with channel(). With a capacity of 0, what happened before a recv returned the value also
//   happens before what follows its send.
// Not for
//   Two threads that both send before they receive: with a bound they can wait for each other.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mutex.hpp>
#include <fearless/todo.hpp>
#include <memory>
#include <optional>
#include <utility>

namespace fearless {

// What a sender that waits leaves behind; whoever takes the note off the list rings it.
template <typename T>
struct SendNote {
    T* value;            // still the sender's
    bool taken = false;  // the receiver has moved the value out
    Alarm alarm{};
};

template <typename T>
struct BoundedState {
    std::deque<T> queue;               // sent, not yet received; never more than the capacity
    std::deque<SendNote<T>*> waiting;  // senders without room, first come first
    bool closed = false;               // nobody sends any more
    bool abandoned = false;            // nobody receives any more
    Alarm* sleeper = nullptr;          // of the receiver that waits
};

template <typename T>
class BoundedMailbox {
  public:
    explicit BoundedMailbox(std::size_t capacity) : capacity_(capacity) {}

    std::expected<void, SendFailure> put(T& value) { return put_until(value, std::nullopt); }
    std::expected<void, SendFailure> put_for(T& value, std::chrono::nanoseconds time) {
        return put_until(value, time);
    }

    std::expected<void, SendFailure> try_put([[maybe_unused]] T& value) {
        // [try_put]
        todo("lesson 06: put the value in if there is room");
        // [try_put]
    }

    std::expected<T, RecvError> try_take() {
        // [try_take]
        todo("lesson 06: the oldest value, and tell a sender that there is room");
        // [try_take]
    }

    bool watch([[maybe_unused]] Alarm& alarm) {
        // [watch]
        todo("lesson 06: leave the alarm, unless there is something to find");
        // [watch]
    }

    void unwatch() {
        // [unwatch]
        todo("lesson 06: take the alarm back");
        // [unwatch]
    }

    void close() {
        // [close]
        todo("lesson 06: nothing more will come; a receiver that waits has to hear of it");
        // [close]
    }

    void abandon() {
        // [abandon]
        todo("lesson 06: destroy what is inside, and let every sender go that waits");
        // [abandon]
    }

  private:
    std::expected<void, SendFailure> put_until(
        [[maybe_unused]] T& value, [[maybe_unused]] std::optional<std::chrono::nanoseconds> time) {
        // [put_until]
        todo("lesson 06: put the value in; while there is no room, leave a note and sleep");
        // [put_until]
    }

    // [members]
    const std::size_t capacity_;
    Mutex<BoundedState<T>> state_;
    // [members]
};

template <typename T>
using SyncSender = Sender<T, BoundedMailbox<T>>;
template <typename T>
using SyncReceiver = Receiver<T, BoundedMailbox<T>>;

template <typename T>
std::pair<SyncSender<T>, SyncReceiver<T>> sync_channel(std::size_t capacity) {
    return detail::ends_of<T>(std::make_shared<BoundedMailbox<T>>(capacity));
}

}  // namespace fearless
