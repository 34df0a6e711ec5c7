// why: Two words: who owns the lock, and how many sleep. Both are looked at in an order that all
// threads agree on.

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
    std::atomic<std::uint32_t> word_ = 0;
    std::atomic<int> sleepers_ = 0;
    // [members]
};

inline bool RawMutex::try_lock() {
    // [try_lock]
    std::uint32_t seen = 0;
    return word_.compare_exchange_strong(seen, 1);
    // [try_lock]
}

inline void RawMutex::lock() {
    // [lock]
    while (!try_lock()) {
        ++sleepers_;
        park(word_, 1);
        --sleepers_;
    }
    // [lock]
}

inline void RawMutex::unlock() {
    // [unlock]
    word_ = 0;
    if (sleepers_ > 0) unpark_one(word_);
    // [unlock]
}

inline bool RawMutex::try_lock_for([[maybe_unused]] std::chrono::nanoseconds time) {
    // [try_lock_for]
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    for (;;) {
        if (try_lock()) return true;
        const auto left = time - (Clock::now() - start);
        if (left.count() <= 0) return false;
        ++sleepers_;
        park_for(word_, 1, left);
        --sleepers_;
    }
    // [try_lock_for]
}

}  // namespace fearless
