// verdict: wrong_result
// why: A push that waited is let in by the end.

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

template <typename T>
class BoundedBuffer {
  public:
    explicit BoundedBuffer(std::size_t capacity) : capacity_(capacity) {
        if (capacity == 0) throw std::invalid_argument("BoundedBuffer: the capacity is zero");
    }
    BoundedBuffer(const BoundedBuffer&) = delete;
    BoundedBuffer& operator=(const BoundedBuffer&) = delete;

    // The value comes back where the buffer is closed.
    std::expected<void, T> push([[maybe_unused]] T value) const {
        // [push]
        {
            auto state = state_.lock();
            not_full_.wait(state, [this](const State& now) { return now.closed || !full(now); });

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
    std::expected<void, T> try_push([[maybe_unused]] T value) const {
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
    std::optional<T> pop([[maybe_unused]] std::stop_token stop) const {
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
    Condvar not_empty_;
    Condvar not_full_;
};

// Given. Who waits here is woken through not_full_, by whoever makes a place free or closes.
template <typename T>
std::expected<void, T> BoundedBuffer<T>::push(T value, std::stop_token stop) const {
    {
        auto state = state_.lock();
        const auto ready = [this](const State& now) { return now.closed || !full(now); };
        const bool in_time = not_full_.wait(state, std::move(stop), ready);
        if (!in_time || state->closed) return std::unexpected(std::move(value));
        state->values.push_back(std::move(value));
    }
    not_empty_.notify_one();
    return {};
}

template <typename T>
inline constexpr bool enable_send<BoundedBuffer<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<BoundedBuffer<T>> = Send<T>;

}  // namespace fearless
