// why: Whoever waits puts a word of its own into a list, and sleeps on it.
// whole: all bodies in the class, on other members

#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <fearless/mutex.hpp>
#include <fearless/park.hpp>
#include <fearless/send_sync.hpp>
#include <functional>
#include <list>
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
            Sleeper me(*this);
            guard.unlocked([&] { park(me.woken, 0); });
        }
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait_for(MutexGuard<T>& guard, std::chrono::nanoseconds time, Ready ready) const {
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        for (auto left = time; !std::invoke(ready, *guard); left = time - (Clock::now() - start)) {
            if (left.count() <= 0) return false;
            Sleeper me(*this);
            guard.unlocked([&] { park_for(me.woken, 0, left); });
        }
        return true;
    }

    template <typename T, std::predicate<T&> Ready>
    bool wait(MutexGuard<T>& guard, std::stop_token stop, Ready ready) const {
        const std::stop_callback wake(stop, [this] { notify_all(); });
        while (!std::invoke(ready, *guard)) {
            Sleeper me(*this);
            if (stop.stop_requested()) return false;
            guard.unlocked([&] { park(me.woken, 0); });
        }
        return true;
    }

    void notify_one() const { notify(1); }
    void notify_all() const { notify(static_cast<std::size_t>(-1)); }

  private:
    struct Sleeper {
        explicit Sleeper(const Condvar& where) : where(where) {
            const std::lock_guard hold(where.inside_);
            where.sleepers_.push_back(this);
        }
        ~Sleeper() {
            const std::lock_guard hold(where.inside_);
            where.sleepers_.remove(this);
        }
        const Condvar& where;
        ParkWord woken = 0;
    };

    // The oldest ones first. Under the lock, so that no sleeper goes while it is woken.
    void notify(std::size_t most) const {
        const std::lock_guard hold(inside_);
        for (; most > 0 && !sleepers_.empty(); --most) {
            sleepers_.front()->woken = 1;
            unpark_one(sleepers_.front()->woken);
            sleepers_.pop_front();
        }
    }

    mutable std::mutex inside_;
    mutable std::list<Sleeper*> sleepers_;
};

template <>
inline constexpr bool enable_send<Condvar> = true;
template <>
inline constexpr bool enable_sync<Condvar> = true;

}  // namespace fearless
