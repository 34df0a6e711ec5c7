// why: A guard is made into a lock that the library can let go and take again.
// whole: all bodies in the class, on other members

#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <condition_variable>
#include <fearless/mutex.hpp>
#include <fearless/send_sync.hpp>
#include <functional>
#include <mutex>
#include <stop_token>

namespace fearless {

class Condvar {
  public:
    Condvar() = default;
    Condvar(const Condvar&) = delete;
    Condvar& operator=(const Condvar&) = delete;

    template <typename T, std::predicate<T&> Ready>
    void wait(MutexGuard<T>& guard, Ready ready) const {
        while (!std::invoke(ready, *guard)) {
            std::unique_lock hold(inside_);
            guard.unlocked([&] {
                changed_.wait(hold);
                hold.unlock();
            });
        }
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait_for(MutexGuard<T>& guard, std::chrono::nanoseconds time, Ready ready) const {
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        for (auto left = time; !std::invoke(ready, *guard); left = time - (Clock::now() - start)) {
            if (left.count() <= 0) return false;
            std::unique_lock hold(inside_);
            // A year at most at a time: the library adds it to the clock.
            const auto step =
                std::min<std::chrono::nanoseconds>(left, std::chrono::hours(24 * 365));
            guard.unlocked([&] {
                changed_.wait_for(hold, step);
                hold.unlock();
            });
        }
        return true;
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait(MutexGuard<T>& guard, std::stop_token stop, Ready ready) const {
        const std::stop_callback wake(stop, [this] { notify_all(); });
        while (!std::invoke(ready, *guard)) {
            std::unique_lock hold(inside_);
            if (stop.stop_requested()) return false;
            guard.unlocked([&] {
                changed_.wait(hold);
                hold.unlock();
            });
        }
        return true;
    }

    void notify_one() const {
        const std::lock_guard hold(inside_);
        changed_.notify_one();
    }
    void notify_all() const {
        const std::lock_guard hold(inside_);
        changed_.notify_all();
    }

  private:
    mutable std::mutex inside_;
    mutable std::condition_variable_any changed_;
};

template <>
inline constexpr bool enable_send<Condvar> = true;
template <>
inline constexpr bool enable_sync<Condvar> = true;

}  // namespace fearless
