// why: A flag under a mutex, and a condition variable to sleep on.

// A lock without data: one word that one thread at a time owns.
//
// Promises
//   - lock() returns when the caller owns the lock, unlock() gives it up. Between the two no other
//     thread owns it.
//   - try_lock() does not wait: it is true and the caller owns the lock exactly when nobody did.
//   - try_lock_for(time) waits for `time` at most, on a steady clock, and is false only when that
//     time is over. A time of zero or less means try_lock().
//   - A thread that waits sleeps: after a few tries it costs no processor time.
// Requires
//   - unlock() is called by the owner. lock() is not called by the owner: it would wait for itself.
//   - Nobody owns the lock or waits for it when it is destroyed.
// Threads
//   Any number, at the same time.
// Memory ordering
//   All that a thread did before unlock() happens before whatever the next owner does: the release
//   in unlock pairs with the acquire of lock, try_lock and try_lock_for.
// Not for
//   Fairness: a thread that comes just now may overtake one that sleeps. Nor for data; Mutex<T> in
//   mutex.hpp knows what it protects.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/todo.hpp>
#include <mutex>
#include <utility>

namespace fearless {

class RawMutex {
  public:
    RawMutex() = default;
    RawMutex(const RawMutex&) = delete;
    RawMutex& operator=(const RawMutex&) = delete;

    void lock();
    bool try_lock();
    bool try_lock_for(std::chrono::nanoseconds time);
    void unlock();

  private:
    // [members]
    std::mutex mutex_;
    std::condition_variable freed_;
    bool owned_ = false;
    // [members]
};

inline bool RawMutex::try_lock() {
    // [try_lock]
    const std::lock_guard hold(mutex_);
    return !std::exchange(owned_, true);
    // [try_lock]
}

inline void RawMutex::lock() {
    // [lock]
    std::unique_lock hold(mutex_);
    freed_.wait(hold, [&] { return !owned_; });
    owned_ = true;
    // [lock]
}

inline void RawMutex::unlock() {
    // [unlock]
    const std::lock_guard hold(mutex_);
    owned_ = false;
    freed_.notify_one();
    // [unlock]
}

inline bool RawMutex::try_lock_for([[maybe_unused]] std::chrono::nanoseconds time) {
    // [try_lock_for]
    std::unique_lock hold(mutex_);
    // A year is long enough, and the clock does not overflow.
    const auto most = std::min<std::chrono::nanoseconds>(time, std::chrono::hours(24 * 365));
    if (!freed_.wait_for(hold, most, [&] { return !owned_; })) return false;
    owned_ = true;
    return true;
    // [try_lock_for]
}

}  // namespace fearless
