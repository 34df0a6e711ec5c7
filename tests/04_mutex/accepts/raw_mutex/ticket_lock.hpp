// why: First come, first served: each takes a ticket and sleeps until its number is up.

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

#include <atomic>
#include <chrono>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/todo.hpp>

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
    std::atomic<std::uint32_t> next_ = 0;
    std::atomic<std::uint32_t> now_ = 0;
    // [members]
};

inline bool RawMutex::try_lock() {
    // [try_lock]
    std::uint32_t now = now_.load();
    return next_.compare_exchange_strong(now, now + 1);
    // [try_lock]
}

inline void RawMutex::lock() {
    // [lock]
    const std::uint32_t mine = next_++;
    for (std::uint32_t now = now_; now != mine; now = now_) park(now_, now);
    // [lock]
}

inline void RawMutex::unlock() {
    // [unlock]
    ++now_;
    unpark_all(now_);
    // [unlock]
}

inline bool RawMutex::try_lock_for([[maybe_unused]] std::chrono::nanoseconds time) {
    // [try_lock_for]
    // A ticket cannot be given back, so who has little time takes one only when it is up.
    const auto start = std::chrono::steady_clock::now();
    for (;;) {
        const std::uint32_t now = now_;
        if (try_lock()) return true;
        const auto left = time - (std::chrono::steady_clock::now() - start);
        if (left.count() <= 0 || !park_for(now_, now, left)) return try_lock();
    }
    // [try_lock_for]
}

}  // namespace fearless
