// why: The standard library waits, and the number is a member.
// whole: all bodies in the class, on other members

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <fearless/send_sync.hpp>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <utility>

namespace fearless {

class Semaphore {
  public:
    explicit Semaphore(std::size_t permits,
                       std::size_t most = std::numeric_limits<std::size_t>::max())
        : most_(most), permits_(permits) {
        if (most == 0 || permits > most) throw std::invalid_argument("Semaphore: never usable");
    }
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    void acquire() const {
        std::unique_lock hold(mutex_);
        released_.wait(hold, [this] { return permits_ > 0; });
        --permits_;
    }
    bool acquire(std::stop_token stop) const {
        std::unique_lock hold(mutex_);
        if (!released_.wait(hold, stop, [this] { return permits_ > 0; })) return false;
        --permits_;
        return true;
    }
    bool try_acquire() const {
        const std::lock_guard hold(mutex_);
        return permits_ > 0 && permits_-- > 0;
    }
    bool try_acquire_for(std::chrono::nanoseconds time) const {
        std::unique_lock hold(mutex_);
        if (!released_.wait_for(hold, time, [this] { return permits_ > 0; })) return false;
        --permits_;
        return true;
    }
    void release(std::size_t count = 1) const {
        const std::lock_guard hold(mutex_);
        if (count > most_ - permits_) throw std::logic_error("Semaphore: too many permits");
        permits_ += count;
        for (; count > 0 && count < 8; --count) released_.notify_one();
        if (count > 0) released_.notify_all();
    }

  private:
    std::size_t most_;
    mutable std::mutex mutex_;
    mutable std::condition_variable_any released_;
    mutable std::size_t permits_;
};

template <>
inline constexpr bool enable_send<Semaphore> = true;
template <>
inline constexpr bool enable_sync<Semaphore> = true;

}  // namespace fearless
