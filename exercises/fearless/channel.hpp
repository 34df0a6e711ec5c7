// A channel: values travel from any number of senders to one receiver.
//
//     auto [tx, rx] = fearless::channel<std::string>();
//     auto thread = fearless::spawn([tx = std::move(tx)] { (void)tx.send("hello"); });
//     std::cout << rx.recv().value();
//
// Promises
//   - What is sent is received once, and the values of one sender in the order in which it sent
//     them. Nothing is copied.
//   - send(value) never waits. When the receiver is gone it gives the value back in a SendError.
//   - recv() waits for a value; try_recv() does not, and tells `empty` from `disconnected`;
//     recv_for(time) waits for `time` at most, and a time of zero or less means: only look.
//     recv(stop) gives up with `stopped` when a stop is requested; what was sent before comes
//     first.
//   - recv_batch(most) waits like recv(), and gives what is there by then: one value at least, in
//     order, and `most` at most. The end comes when there is nothing left to give.
//   - A copy of a sender is one more sender. When the last one is gone, the receiver still gets all
//     that was sent, then `disconnected`.
//   - When the receiver is gone, what was not received is destroyed, and no send succeeds.
//   - A handle that was moved from is at no channel: send gives the value back, recv is
//     `disconnected`.
//   - for (auto value : rx) runs until the last sender is gone; see recv_iterator.hpp.
// Requires
//   - T can be moved, by construction and by assignment.
//   - T is Send; otherwise channel<T>() does not compile and says why.
//   - For recv_batch, moving a T does not throw: what is in the batch by then would go with it.
//   - A receiver that waits for the end has no sender of its own channel in hand.
// Threads
//   Any number of threads may use one sender, or copies of it. A receiver is for one thread at a
//   time; it may be moved to another one.
// Memory ordering
//   What happened before a send happens before what follows the recv of that value.
// Not for
//   Several receivers, or a producer that has to be slowed down (sync_channel.hpp).
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mailbox.hpp>
#include <fearless/recv_iterator.hpp>
#include <fearless/require_send.hpp>
#include <fearless/take.hpp>
#include <fearless/take_stop.hpp>
#include <fearless/todo.hpp>
#include <iterator>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace fearless {

// The end where values go in; a copy is one more sender.
template <typename T, typename Core = Mailbox<T>>
class [[nodiscard]] Sender {
  public:
    // All senders of a channel share `core`; the last one that goes disconnects it.
    explicit Sender(std::shared_ptr<Core> core) : core_(std::move(core)) {}

    // Sends the value, or gives it back where the receiver is gone.
    std::expected<void, SendError<T>> send(T value) const {
        // [send]
        todo("lesson 06: put the value in, or give it back");
        // [send]
    }

    // For channels with a bound: sends without waiting, or gives the value back.
    std::expected<void, SendError<T>> try_send(T value) const
        requires requires(Core& core) { core.try_put(value); }
    {
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        const auto put = core_->try_put(value);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
    }

    // The same, waiting for room for `time` at most.
    std::expected<void, SendError<T>> send_for(T value, std::chrono::nanoseconds time) const
        requires requires(Core& core) { core.put_for(value, time); }
    {
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        const auto put = core_->put_for(value, time);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
    }

    // The same as send, until a stop is requested; see sync_channel.hpp.
    std::expected<void, SendError<T>> send(T value, std::stop_token stop) const
        requires requires(Core& core) { core.put(value, stop); }
    {
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        const auto put = core_->put(value, std::move(stop));
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
    }

  private:
    // [sender]
    std::shared_ptr<Core> core_;
    // [sender]
};

// The end where values come out.
template <typename T, typename Core = Mailbox<T>>
class [[nodiscard]] Receiver {
  public:
    // The only one of its channel; when it goes, `core` hears of it.
    explicit Receiver(std::shared_ptr<Core> core) : core_(std::move(core)) {}
    Receiver(Receiver&&) noexcept = default;
    Receiver& operator=(Receiver&&) noexcept = default;

    // Waits for the next value, or `disconnected`.
    std::expected<T, RecvError> recv() {
        // [recv]
        todo("lesson 06: take a value, wait for one if need be");
        // [recv]
    }

    // The next value, `empty` or `disconnected`; does not wait.
    std::expected<T, RecvError> try_recv() {
        // [try_recv]
        todo("lesson 06: take a value that is there");
        // [try_recv]
    }

    // Waits for the next value for `time` at most, then `timeout`.
    std::expected<T, RecvError> recv_for(std::chrono::nanoseconds time) {
        // [recv_for]
        todo("lesson 06: take a value, wait for `time` at most");
        // [recv_for]
    }

    // What is there, one value at least and `most` at most: waits for the first one like recv().
    std::expected<std::vector<T>, RecvError> recv_batch(std::size_t most) {
        // [recv_batch]
        auto found = recv();
        if (!found) return std::unexpected(found.error());
        std::vector<T> batch;
        batch.push_back(std::move(*found));
        while (batch.size() < most && (found = try_recv())) batch.push_back(std::move(*found));
        return batch;
        // [recv_batch]
    }

    // The same as recv(), until a stop is requested; see take_stop.hpp.
    std::expected<T, RecvError> recv(std::stop_token stop) {
        if (!core_) return std::unexpected(RecvError::disconnected);
        return detail::take(*core_, std::move(stop));
    }

    // For a loop over all that comes, until `disconnected`.
    RecvIterator<Receiver> begin() { return RecvIterator<Receiver>(*this); }
    std::default_sentinel_t end() { return {}; }

    using value_type = T;

    // For select: false when try_recv would find something, or the end.
    bool watch(Alarm& alarm) { return core_ && core_->watch(alarm); }
    // Takes the alarm back that watch left.
    void unwatch() {
        if (core_) core_->unwatch();
    }

  private:
    std::shared_ptr<Core> core_;
};

namespace detail {

struct channel_value;

// The two ends of `core`. A shared_ptr whose last owner calls a function instead of `delete`.
template <typename T, typename Core>
std::pair<Sender<T, Core>, Receiver<T, Core>> ends_of(std::shared_ptr<Core> core) {
    require_send<channel_value, T>();
    // [ends_of]
    todo("lesson 06: the last sender closes the core, the receiver drops its side");
    // [ends_of]
}

}  // namespace detail

// The two ends of a new channel without a bound.
template <typename T>
std::pair<Sender<T>, Receiver<T>> channel() {
    return detail::ends_of<T>(std::make_shared<Mailbox<T>>());
}

// The core has a lock. A receiver has none of its own, so one thread at a time may use it.
template <typename T, typename Core>
inline constexpr bool enable_send<Sender<T, Core>> = Send<T>;
template <typename T, typename Core>
inline constexpr bool enable_sync<const Sender<T, Core>> = Send<T>;
template <typename T, typename Core>
inline constexpr bool enable_send<Receiver<T, Core>> = Send<T>;

}  // namespace fearless
