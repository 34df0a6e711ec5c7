// verdict: wrong_result
// why: The first sender that goes ends the channel for all others.

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
#include <fearless/todo.hpp>
#include <iterator>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace fearless {

template <typename T, typename Core = Mailbox<T>>
class [[nodiscard]] Sender {
  public:
    Sender(const Sender&) = default;
    Sender(Sender&&) noexcept = default;
    Sender& operator=(const Sender&) = default;
    ~Sender() {
        if (core_) core_->close();
    }

    // All senders of a channel share `core`; the last one that goes disconnects it.
    explicit Sender(std::shared_ptr<Core> core) : core_(std::move(core)) {}

    std::expected<void, SendError<T>> send(T value) const {
        // [send]
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        const auto put = core_->put(value);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
        // [send]
    }

    // For channels with a bound: without waiting, and for `time` at most.
    std::expected<void, SendError<T>> try_send(T value) const
        requires requires(Core& core) { core.try_put(value); }
    {
        if (!core_) return std::unexpected(SendError<T>{std::move(value)});
        const auto put = core_->try_put(value);
        if (!put) return std::unexpected(SendError<T>{std::move(value), put.error()});
        return {};
    }

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
    std::shared_ptr<Core> core_;
};

template <typename T, typename Core = Mailbox<T>>
class [[nodiscard]] Receiver {
  public:
    // The only one of its channel; when it goes, `core` is abandoned.
    explicit Receiver(std::shared_ptr<Core> core) : core_(std::move(core)) {}
    Receiver(Receiver&&) noexcept = default;
    Receiver& operator=(Receiver&&) noexcept = default;

    std::expected<T, RecvError> recv() {
        // [recv]
        if (!core_) return std::unexpected(RecvError::disconnected);
        return take(*core_);
        // [recv]
    }

    std::expected<T, RecvError> try_recv() {
        // [try_recv]
        if (!core_) return std::unexpected(RecvError::disconnected);
        return core_->try_take();
        // [try_recv]
    }

    std::expected<T, RecvError> recv_for(std::chrono::nanoseconds time) {
        // [recv_for]
        if (!core_) return std::unexpected(RecvError::disconnected);
        return take_for(*core_, time);
        // [recv_for]
    }

    // What is there, one value at least and `most` at most: waits for the first one like recv().
    std::expected<std::vector<T>, RecvError> recv_batch(std::size_t most) {
        auto found = recv();
        if (!found) return std::unexpected(found.error());
        std::vector<T> batch;
        batch.push_back(std::move(*found));
        while (batch.size() < most && (found = try_recv())) batch.push_back(std::move(*found));
        return batch;
    }

    RecvIterator<Receiver> begin() { return RecvIterator<Receiver>(*this); }
    std::default_sentinel_t end() { return {}; }

    using value_type = T;

    // For select: false when try_recv would find something, or the end.
    bool watch(Alarm& alarm) { return core_ && core_->watch(alarm); }
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
    std::shared_ptr<Core> senders(core.get(), [core](Core* shared) { shared->close(); });
    std::shared_ptr<Core> receiver(core.get(), [core](Core* shared) { shared->abandon(); });
    return {Sender<T, Core>(std::move(senders)), Receiver<T, Core>(std::move(receiver))};
    // [ends_of]
}

}  // namespace detail

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
