// Waiting until a value behind a Mutex is as one needs it, without holding its lock meanwhile.
//
//     fearless::Mutex<int> loaves(0);
//     fearless::Condvar baked;
//     auto baker = fearless::spawn([&] {
//         loaves.with([](int& count) { ++count; });
//         baked.notify_one();
//     });
//     auto guard = loaves.lock();
//     baked.wait(guard, [](int count) { return count > 0; });
//     --*guard;
//
// Promises
//   - wait(guard, ready) comes back when ready(value) is true, with the lock held; the answer was
//     given under that same lock. While it is false the thread sleeps, and the lock is free.
//   - wait_for(guard, time, ready) waits for `time` at most, on a steady clock, and gives back what
//     ready says at the end. A time of zero or less means: look once, and do not wait.
//   - wait(guard, stop, ready) gives up when a stop is requested, and gives back what ready says at
//     the end. A request wakes it, whenever it comes.
//   - notify_one() wakes at least one of the threads that wait, notify_all() all of them. A thread
//     that has found ready false under the lock, and a change that was made under the lock
//     afterwards, cannot miss each other.
//   - A spurious wake-up is no business of the caller: ready is asked again. There is no wait
//     without it.
// Requires
//   - What ready looks at is changed under the lock of the guard's mutex, and somebody notifies
//     afterwards: while the lock is still held, or later.
//   - ready changes nothing that others see, and may be called any number of times.
//   - All that wait at the same time have guards of the same mutex.
//   - Nobody waits or notifies when it is destroyed.
// Threads
//   Any number, at the same time, through const as well.
// Memory ordering
//   What was changed under the lock is seen through the lock. A request to stop takes no lock: its
//   release count of generation_ pairs with the acquire load in front of the look at the token.
//   Where sleepers are counted, to save system calls that would wake nobody: counting oneself is a
//   release that pairs with the acquire of the notification that takes one off.
// Not for
//   Remembering: a notification that nobody waits for is gone. The value remembers; or use a
//   Semaphore or a Latch.
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

// What threads wait at for a change of a value behind a Mutex.
class Condvar {
  public:
    Condvar() = default;
    Condvar(const Condvar&) = delete;
    Condvar& operator=(const Condvar&) = delete;

    // Waits until ready(value) is true.
    template <typename T, std::predicate<T&> Ready>
    void wait(MutexGuard<T>& guard, Ready ready) const {
        // [wait]
        using enum std::memory_order;
        while (!std::invoke(ready, *guard)) {
            const std::uint32_t seen = generation_.load(relaxed);
            sleep(guard, seen, [&] { park(generation_, seen); });
        }
        // [wait]
    }

    // The same for `time` at most; what ready says at the end.
    template <typename T, std::predicate<T&> Ready>
    bool wait_for(MutexGuard<T>& guard, std::chrono::nanoseconds time, Ready ready) const {
        // [wait_for]
        using enum std::memory_order;
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        // A span is compared, because start + time can overflow.
        for (auto left = time; !std::invoke(ready, *guard); left = time - (Clock::now() - start)) {
            if (left.count() <= 0) return false;
            const std::uint32_t seen = generation_.load(relaxed);
            sleep(guard, seen, [&] { park_for(generation_, seen, left); });
        }
        return true;
        // [wait_for]
    }

    // The same until a stop is requested; what ready says at the end.
    template <typename T, std::predicate<T&> Ready>
    bool wait(MutexGuard<T>& guard, std::stop_token stop, Ready ready) const {
        // [wait_stop]
        using enum std::memory_order;
        // Runs on the thread that requests the stop. It must not lock: this thread holds the lock
        // where the callback is made and where it goes, and waits for it there.
        const std::stop_callback wake(stop, [this] {
            generation_.fetch_add(1, release);
            unpark_all(generation_);
        });
        while (!std::invoke(ready, *guard)) {
            // First the generation, then the token: a request in between changes it.
            const std::uint32_t seen = generation_.load(acquire);
            if (stop.stop_requested()) return false;
            sleep(guard, seen, [&] { park(generation_, seen); });
        }
        return true;
        // [wait_stop]
    }

    // Wakes at least one of those who wait.
    void notify_one() const;
    // Wakes all who wait.
    void notify_all() const;

  private:
    // [members]
    // Called under the lock, between a look at ready and the next one.
    template <typename T, typename F>
    void sleep(MutexGuard<T>& guard, std::uint32_t seen, F park_while_unchanged) const {
        using enum std::memory_order;
        // Release: whoever takes this one off the count advances generation_ after our look.
        sleepers_.fetch_add(1, release);
        const auto changed = [&] { return generation_.load(relaxed) != seen; };
        guard.unlocked([&] {
            if (!yield_until(changed)) park_while_unchanged();
        });
    }

    mutable ParkWord generation_ = 0;  // counts notifications; who sleeps, sleeps until it changes
    // Those who sleep and whom nobody has notified; more where one has woken without that.
    mutable std::atomic<std::uint64_t> sleepers_ = 0;
    // [members]
};

inline void Condvar::notify_one() const {
    // [notify_one]
    using enum std::memory_order;
    // Whoever this notification is for has counted itself under the lock, before the change was
    // made under the lock.
    std::uint64_t sleepers = sleepers_.load(relaxed);
    do {
        if (sleepers == 0) return;
    } while (!sleepers_.compare_exchange_strong(sleepers, sleepers - 1, acquire, relaxed));
    generation_.fetch_add(1, relaxed);
    unpark_one(generation_);
    // [notify_one]
}

inline void Condvar::notify_all() const {
    // [notify_all]
    using enum std::memory_order;
    if (sleepers_.load(relaxed) == 0) return;
    sleepers_.exchange(0, acquire);
    generation_.fetch_add(1, relaxed);
    unpark_all(generation_);
    // [notify_all]
}

template <>
inline constexpr bool enable_send<Condvar> = true;
template <>
inline constexpr bool enable_sync<Condvar> = true;

}  // namespace fearless
