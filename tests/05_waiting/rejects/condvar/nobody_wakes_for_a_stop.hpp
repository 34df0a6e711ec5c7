// verdict: lost_wakeup
// why: The token is looked at, and nobody wakes the one who has to look.

#pragma once

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <fearless/mutex.hpp>
#include <fearless/park.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <stop_token>

namespace fearless {

class Condvar {
  public:
    Condvar() = default;
    Condvar(const Condvar&) = delete;
    Condvar& operator=(const Condvar&) = delete;

    template <typename T, std::predicate<T&> Ready>
    void wait([[maybe_unused]] MutexGuard<T>& guard, [[maybe_unused]] Ready ready) const {
        // [wait]
        while (!std::invoke(ready, *guard)) {
            const std::uint32_t seen = turn_.load(std::memory_order_relaxed);
            sleep(guard, [&] { park(turn_, seen); });
        }
        // [wait]
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait_for([[maybe_unused]] MutexGuard<T>& guard,
                  [[maybe_unused]] std::chrono::nanoseconds time,
                  [[maybe_unused]] Ready ready) const {
        // [wait_for]
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        // A span is compared, because start + time can overflow.
        for (auto left = time; !std::invoke(ready, *guard); left = time - (Clock::now() - start)) {
            if (left.count() <= 0) return false;
            const std::uint32_t seen = turn_.load(std::memory_order_relaxed);
            sleep(guard, [&] { park_for(turn_, seen, left); });
        }
        return true;
        // [wait_for]
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait([[maybe_unused]] MutexGuard<T>& guard, [[maybe_unused]] std::stop_token stop,
              [[maybe_unused]] Ready ready) const {
        // [wait_stop]
        while (!std::invoke(ready, *guard)) {
            if (stop.stop_requested()) return false;
            const std::uint32_t seen = turn_.load(std::memory_order_acquire);
            sleep(guard, [&] { park(turn_, seen); });
        }
        return true;
        // [wait_stop]
    }

    void notify_one() const;
    void notify_all() const;

  private:
    // [members]
    // Called under the lock, between a look at ready and the next one.
    template <typename T, typename F>
    void sleep(MutexGuard<T>& guard, F park_while_unchanged) const {
        sleepers_.fetch_add(1, std::memory_order_relaxed);
        guard.unlocked(park_while_unchanged);
        sleepers_.fetch_sub(1, std::memory_order_relaxed);
    }

    mutable ParkWord turn_ = 0;  // counts notifications; who sleeps, sleeps until it changes
    mutable std::atomic<std::uint32_t> sleepers_ = 0;  // changed under the lock only
    // [members]
};

inline void Condvar::notify_one() const {
    // [notify_one]
    // Relaxed: whoever this notification is for has counted itself under the lock, before the
    // change was made under the lock.
    if (sleepers_.load(std::memory_order_relaxed) == 0) return;
    turn_.fetch_add(1, std::memory_order_relaxed);
    unpark_one(turn_);
    // [notify_one]
}

inline void Condvar::notify_all() const {
    // [notify_all]
    if (sleepers_.load(std::memory_order_relaxed) == 0) return;
    turn_.fetch_add(1, std::memory_order_relaxed);
    unpark_all(turn_);
    // [notify_all]
}

template <>
inline constexpr bool enable_send<Condvar> = true;
template <>
inline constexpr bool enable_sync<Condvar> = true;

}  // namespace fearless
