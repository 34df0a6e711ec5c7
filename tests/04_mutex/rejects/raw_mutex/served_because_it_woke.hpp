// verdict: deadlock
// test: RawMutex.every_sleeper_is_woken_in_the_end
// why: The next in line takes waking up for being served; it was meant for the one before.

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
    std::atomic<std::uint32_t> next_ = 0;     // the ticket of the next to come
    std::atomic<std::uint32_t> serving_ = 0;  // the ticket of the owner
    // [members]
};

inline bool RawMutex::try_lock() {
    // [try_lock]
    std::uint32_t ticket = serving_.load(std::memory_order_acquire);
    return next_.compare_exchange_strong(ticket, ticket + 1, std::memory_order_acquire);
    // [try_lock]
}

inline void RawMutex::lock() {
    // [lock]
    const std::uint32_t ticket = next_.fetch_add(1);
    for (std::uint32_t now = serving_.load(); now != ticket; now = serving_.load()) {
        park(serving_, now);
        if (ticket - now == 1) {  // whoever wakes the next in line serves it
            serving_.load();      // what the owner did is seen
            return;
        }
    }
    // [lock]
}

inline void RawMutex::unlock() {
    // [unlock]
    serving_.fetch_add(1);
    unpark_all(serving_);
    // [unlock]
}

inline bool RawMutex::try_lock_for([[maybe_unused]] std::chrono::nanoseconds time) {
    // [try_lock_for]
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    while (!try_lock()) {
        const auto left = time - (Clock::now() - start);
        if (left.count() <= 0) return false;
        const std::uint32_t now = serving_.load();
        if (next_.load() != now) park_for(serving_, now, left);
    }
    return true;
    // [try_lock_for]
}

}  // namespace fearless
