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
        todo("lesson 06: move the value into the list, and ring for a taker that waits");
        // [put]
    }

    // The oldest value, `empty` or `disconnected`; does not wait.
    std::expected<T, RecvError> try_take() {
        // [try_take]
        todo("lesson 06: the oldest value, or why there is none");
        // [try_take]
    }

    // Leaves the alarm for the next put or close; false where try_take would find something.
    bool watch(Alarm& alarm) {
        // [watch]
        todo("lesson 06: leave the alarm, unless there is something to find");
        // [watch]
    }

    // By the side that puts: nothing more will come.
    void close() {
        // [close]
        todo("lesson 06: nothing more will come; a taker that waits has to hear of it");
        // [close]
    }

    // By the side that takes: nobody takes any more, and what is inside is destroyed.
    void drop_receiver() {
        // [drop_receiver]
        todo("lesson 06: destroy what is inside, and let no put succeed any more");
        // [drop_receiver]
    }

    // Takes the alarm back.
    void unwatch() {
        // [unwatch]
        todo("lesson 06: take the alarm back");
        // [unwatch]
    }

  private:
    // [members]
    Mutex<detail::MailboxState<T>> state_;
    std::deque<T> out_;  // the taker's own
    // [members]
};

}  // namespace fearless
