// A lock without data: one word that one thread at a time owns.
//
//     fearless::RawMutex door;
//     door.lock();
//     door.unlock();
//     if (const std::unique_lock hold(door, std::try_to_lock); hold) std::cout << "mine";
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

// One word that one thread at a time owns.
class RawMutex {
  public:
    RawMutex() = default;
    RawMutex(const RawMutex&) = delete;
    RawMutex& operator=(const RawMutex&) = delete;

    // Waits until the caller owns the lock.
    void lock();
    // Does not wait; true when the caller owns the lock.
    bool try_lock();
    // Waits for `time` at most; true when the caller owns the lock.
    bool try_lock_for(std::chrono::nanoseconds time);
    // Gives the lock up.
    void unlock();

  private:
    // [members]
    using enum std::memory_order;

    static constexpr std::uint32_t kFree = 0;
    static constexpr std::uint32_t kOwned = 1;      // and nobody sleeps
    static constexpr std::uint32_t kContended = 2;  // owned, and somebody may sleep

    std::atomic<std::uint32_t> word_ = kFree;
    // [members]
};

inline bool RawMutex::try_lock() {
    // [try_lock]
    std::uint32_t seen = kFree;
    return word_.compare_exchange_strong(seen, kOwned, acquire, relaxed);
    // [try_lock]
}

inline void RawMutex::lock() {
    // [lock]
    const auto free_and_taken = [&] { return word_.load(relaxed) == kFree && try_lock(); };
    if (try_lock() || yield_until(free_and_taken)) return;
    // From here on the word says that somebody may sleep; whoever unlocks it will wake one.
    while (word_.exchange(kContended, acquire) != kFree) park(word_, kContended);
    // [lock]
}

inline void RawMutex::unlock() {
    // [unlock]
    if (word_.exchange(kFree, release) == kContended) unpark_one(word_);
    // [unlock]
}

inline bool RawMutex::try_lock_for(std::chrono::nanoseconds time) {
    // [try_lock_for]
    if (try_lock()) return true;
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    // Compared as a span, because start + time can overflow.
    auto left = time;
    while (left.count() > 0) {
        if (word_.exchange(kContended, acquire) == kFree) return true;
        if (!park_for(word_, kContended, left)) break;
        left = time - (Clock::now() - start);
    }
    return false;
    // [try_lock_for]
}

}  // namespace fearless
