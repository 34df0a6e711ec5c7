// why: std::mutex and two std::condition_variable_any, a ring of slots.
// whole: all bodies in the class, on other members

#pragma once

#include <condition_variable>
#include <cstddef>
#include <expected>
#include <fearless/send_sync.hpp>
#include <list>
#include <mutex>
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

    std::expected<void, T> push(T value) const {
        std::unique_lock hold(mutex_);
        not_full_.wait(hold, [this] { return closed_ || values_.size() < capacity_; });
        return put(value);
    }
    std::expected<void, T> push(T value, std::stop_token stop) const {
        std::unique_lock hold(mutex_);
        not_full_.wait(hold, stop, [this] { return closed_ || values_.size() < capacity_; });
        return put(value);
    }
    std::expected<void, T> try_push(T value) const {
        const std::lock_guard hold(mutex_);
        return put(value);
    }
    std::optional<T> pop() const {
        std::unique_lock hold(mutex_);
        not_empty_.wait(hold, [this] { return closed_ || !values_.empty(); });
        return take();
    }
    std::optional<T> pop(std::stop_token stop) const {
        std::unique_lock hold(mutex_);
        not_empty_.wait(hold, stop, [this] { return closed_ || !values_.empty(); });
        return take();
    }
    std::optional<T> try_pop() const {
        const std::lock_guard hold(mutex_);
        return take();
    }
    void close() const {
        const std::lock_guard hold(mutex_);
        closed_ = true;
        not_empty_.notify_all();
        not_full_.notify_all();
    }

  private:
    std::expected<void, T> put(T& value) const {
        if (closed_ || values_.size() == capacity_) return std::unexpected(std::move(value));
        values_.push_back(std::move(value));
        not_empty_.notify_one();
        return {};
    }
    std::optional<T> take() const {
        if (values_.empty()) return std::nullopt;
        std::optional<T> oldest(std::move(values_.front()));
        values_.pop_front();
        not_full_.notify_one();
        return oldest;
    }

    std::size_t capacity_;
    mutable std::mutex mutex_;
    mutable std::condition_variable_any not_empty_, not_full_;
    mutable std::list<T> values_;
    mutable bool closed_ = false;
};

template <typename T>
inline constexpr bool enable_send<BoundedBuffer<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<BoundedBuffer<T>> = Send<T>;

}  // namespace fearless
