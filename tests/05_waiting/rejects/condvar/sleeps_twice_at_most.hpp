// verdict: wrong_result
// why: One wake-up for nothing is expected, and no second one.

#pragma once

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <fearless/mutex.hpp>
#include <fearless/park.hpp>
#include <fearless/send_sync.hpp>
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
        for (int sleeps = 0; sleeps < 2 && !std::invoke(ready, *guard); ++sleeps) {
            const std::uint32_t seen = turn_.load(std::memory_order_relaxed);
            sleep(guard, seen, [&] { park(turn_, seen); });
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
            sleep(guard, seen, [&] { park_for(turn_, seen, left); });
        }
        return true;
        // [wait_for]
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait([[maybe_unused]] MutexGuard<T>& guard, [[maybe_unused]] std::stop_token stop,
              [[maybe_unused]] Ready ready) const {
        // [wait_stop]
        // Runs on the thread that requests the stop. It must not lock: this thread holds the lock
        // where the callback is made and where it goes, and waits for it there.
        const std::stop_callback wake(stop, [this] {
            turn_.fetch_add(1, std::memory_order_release);
            unpark_all(turn_);
        });
        while (!std::invoke(ready, *guard)) {
            // First the turn, then the token: a request in between changes the turn.
            const std::uint32_t seen = turn_.load(std::memory_order_acquire);
            if (stop.stop_requested()) return false;
            sleep(guard, seen, [&] { park(turn_, seen); });
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
    void sleep(MutexGuard<T>& guard, std::uint32_t seen, F park_while_unchanged) const {
        // Release: whoever takes this one off the count has its turn behind our look at turn_.
        sleepers_.fetch_add(1, std::memory_order_release);
        const auto changed = [&] { return turn_.load(std::memory_order_relaxed) != seen; };
        guard.unlocked([&] {
            if (!yield_until(changed)) park_while_unchanged();
        });
    }

    mutable ParkWord turn_ = 0;  // counts notifications; who sleeps, sleeps until it changes
    // Those who sleep and whom nobody has notified; more where one has woken without that.
    mutable std::atomic<std::uint64_t> sleepers_ = 0;
    // [members]
};

inline void Condvar::notify_one() const {
    // [notify_one]
    // Whoever this notification is for has counted itself under the lock, before the change was
    // made under the lock.
    std::uint64_t sleepers = sleepers_.load(std::memory_order_relaxed);
    do {
        if (sleepers == 0) return;
    } while (!sleepers_.compare_exchange_strong(sleepers, sleepers - 1, std::memory_order_acquire,
                                                std::memory_order_relaxed));
    turn_.fetch_add(1, std::memory_order_relaxed);
    unpark_one(turn_);
    // [notify_one]
}

inline void Condvar::notify_all() const {
    // [notify_all]
    if (sleepers_.load(std::memory_order_relaxed) == 0) return;
    sleepers_.exchange(0, std::memory_order_acquire);
    turn_.fetch_add(1, std::memory_order_relaxed);
    unpark_all(turn_);
    // [notify_all]
}

template <>
inline constexpr bool enable_send<Condvar> = true;
template <>
inline constexpr bool enable_sync<Condvar> = true;

}  // namespace fearless
