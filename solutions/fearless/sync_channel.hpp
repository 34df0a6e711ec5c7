// A channel with a bound: a sender waits while `capacity` values are on their way.
//
//     auto [tx, rx] = fearless::sync_channel<std::string>(1);
//     (void)tx.send("rye");
//     if (auto sent = tx.try_send("wheat"); !sent) std::cout << sent.error().reason;  // Full
//
// Promises
//   - All that channel() promises, except that send may wait.
//   - At most `capacity` values are sent and not yet received. send(value) waits for room.
//     try_send(value) does not wait, and says `full`. send_for(value, time) waits for `time` at
//     most, and says `timeout`; a time of zero or less means: only look. Each gives the value back
//     when it fails.
//   - With a capacity of 0, send returns when the receiver has the value, and try_send says `full`:
//     a value changes hands only while somebody waits with it.
//   - send(value, stop) gives up with `stopped` when a stop is requested and there is no room; the
//     request wakes it, whenever it comes. Room that was made before the request is used. Who has
//     given up has left nothing behind that a receiver could find.
//   - When the receiver goes, every send that waits gives its value back.
//   - An exception of a value's move comes out of that value's send, or of the recv. It costs that
//     value at most: no other value and no room, and others who wait go on.
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

#include <cstddef>
#include <fearless/bounded_mailbox.hpp>
#include <fearless/channel.hpp>
#include <memory>
#include <utility>

namespace fearless {

// A sender that waits while there is no room.
template <typename T>
using SyncSender = Sender<T, BoundedMailbox<T>>;
// The receiver of a channel with a bound.
template <typename T>
using SyncReceiver = Receiver<T, BoundedMailbox<T>>;

// The two ends of a new channel with room for so many values.
template <typename T>
std::pair<SyncSender<T>, SyncReceiver<T>> sync_channel(std::size_t capacity) {
    return detail::ends_of<T>(std::make_shared<BoundedMailbox<T>>(capacity));
}

}  // namespace fearless
