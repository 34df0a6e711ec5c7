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
        todo("lesson 05: sleep without the lock until somebody notifies; ask ready again");
        // [wait]
    }

    // The same for `time` at most; what ready says at the end.
    template <typename T, std::predicate<T&> Ready>
    bool wait_for(MutexGuard<T>& guard, std::chrono::nanoseconds time, Ready ready) const {
        // [wait_for]
        todo("lesson 05: the same, and give up when the time is over");
        // [wait_for]
    }

    // The same until a stop is requested; what ready says at the end.
    template <typename T, std::predicate<T&> Ready>
    bool wait(MutexGuard<T>& guard, std::stop_token stop, Ready ready) const {
        // [wait_stop]
        todo("lesson 05: the same, and give up when a stop is requested");
        // [wait_stop]
    }

    // Wakes at least one of those who wait.
    void notify_one() const;
    // Wakes all who wait.
    void notify_all() const;

  private:
    // [members]
    mutable ParkWord generation_ = 0;  // counts notifications; who sleeps, sleeps until it changes
    // [members]
};

inline void Condvar::notify_one() const {
    // [notify_one]
    todo("lesson 05: wake one who waits");
    // [notify_one]
}

inline void Condvar::notify_all() const {
    // [notify_all]
    todo("lesson 05: wake all who wait");
    // [notify_all]
}

template <>
inline constexpr bool enable_send<Condvar> = true;
template <>
inline constexpr bool enable_sync<Condvar> = true;

}  // namespace fearless
