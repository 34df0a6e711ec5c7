// A queue of limited length between threads that make values and threads that use them.
//
//     fearless::BoundedBuffer<std::string> shelf(3);
//     auto baker = fearless::spawn([&] { (void)shelf.push("rye"); shelf.close(); });
//     while (auto loaf = shelf.pop()) std::cout << *loaf;
//
// Promises
//   - push(value) waits while the buffer is full, pop() while it is empty. Values come out in the
//     order in which they went in, each of them once.
//   - try_push and try_pop do the same without waiting for space or for a value.
//   - pop(stop) gives up when a stop is requested while the buffer is empty, push(value, stop) when
//     it is full. The request wakes who waits.
//   - After close() nothing goes in any more: a push that waits, and every later one, gives its
//     value back. What is inside still comes out; then pop() gives nullopt. Everybody who waits is
//     woken. A second close() changes nothing.
//   - A value that does not go in is given back unharmed, and values are moved, never copied.
//   - A capacity of zero is refused with std::invalid_argument.
// Requires
//   - Moving a T does not throw.
//   - Nobody uses the buffer when it is destroyed.
// Threads
//   Any number on both sides, at the same time, through const as well.
// Memory ordering
//   All that happened before a push happens before the pop that gets its value, through the lock.
// Not for
//   Handing over without a store in between (a capacity of zero); lesson 06 does that.
#pragma once

#include <cstddef>
#include <deque>
#include <expected>
#include <fearless/condvar.hpp>
#include <fearless/mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <utility>

namespace fearless {

// A queue of limited length.
template <typename T>
class BoundedBuffer {
  public:
    // Room for so many values.
    explicit BoundedBuffer(std::size_t capacity) : capacity_(capacity) {
        if (capacity == 0) throw std::invalid_argument("BoundedBuffer: the capacity is zero");
    }
    BoundedBuffer(const BoundedBuffer&) = delete;
    BoundedBuffer& operator=(const BoundedBuffer&) = delete;

    // The value comes back where the buffer is closed.
    std::expected<void, T> push(T value) const {
        // [push]
        {
            auto state = state_.lock();
            not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });
            if (state->closed) return std::unexpected(std::move(value));
            state->values.push_back(std::move(value));
        }
        not_empty_.notify_one();
        return {};
        // [push]
    }

    // The same as push; the value also comes back where the buffer is full when the stop is
    // requested.
    std::expected<void, T> push(T value, std::stop_token stop) const;

    // The value comes back where the buffer is full or closed.
    std::expected<void, T> try_push(T value) const {
        // [try_push]
        {
            auto state = state_.lock();
            if (state->closed || full(*state)) return std::unexpected(std::move(value));
            state->values.push_back(std::move(value));
        }
        not_empty_.notify_one();
        return {};
        // [try_push]
    }

    // Nothing where the buffer is closed and empty.
    std::optional<T> pop() const {
        // [pop]
        auto state = state_.lock();
        not_empty_.wait(state, something_to_do);
        return take(state);
        // [pop]
    }

    // Nothing where the buffer is closed and empty, or empty when the stop is requested.
    std::optional<T> pop(std::stop_token stop) const {
        // [pop_stop]
        auto state = state_.lock();
        not_empty_.wait(state, std::move(stop), something_to_do);
        return take(state);
        // [pop_stop]
    }

    // Nothing where the buffer is empty.
    std::optional<T> try_pop() const {
        // [try_pop]
        auto state = state_.lock();
        return take(state);
        // [try_pop]
    }

    // Nothing goes in any more; everybody who waits is woken.
    void close() const {
        // [close]
        state_.with([](State& state) { state.closed = true; });
        not_empty_.notify_all();
        not_full_.notify_all();
        // [close]
    }

  private:
    struct State {
        std::deque<T> values;
        bool closed = false;
    };

    bool full(const State& state) const { return state.values.size() == capacity_; }

    // [members]
    static bool something_to_do(const State& state) {
        return state.closed || !state.values.empty();
    }

    // Under the lock: the oldest value, if there is one, and word for one who waits for the space.
    std::optional<T> take(MutexGuard<State>& state) const {
        if (state->values.empty()) return std::nullopt;
        std::optional<T> oldest(std::move(state->values.front()));
        state->values.pop_front();
        not_full_.notify_one();
        return oldest;
    }
    // [members]

    std::size_t capacity_;
    Mutex<State> state_;
    Condvar not_empty_;  // for those who wait for a value
    Condvar not_full_;   // for those who wait for a place
};

// Given. Who waits here is woken through not_full_, by whoever makes a place free or closes.
template <typename T>
std::expected<void, T> BoundedBuffer<T>::push(T value, std::stop_token stop) const {
    // [push_stop]
    {
        auto state = state_.lock();
        const auto ready = [this](const State& now) { return now.closed || !full(now); };
        const bool in_time = not_full_.wait(state, std::move(stop), ready);
        if (!in_time || state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
    }
    not_empty_.notify_one();
    return {};
    // [push_stop]
}

template <typename T>
inline constexpr bool enable_send<BoundedBuffer<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<BoundedBuffer<T>> = Send<T>;

}  // namespace fearless
