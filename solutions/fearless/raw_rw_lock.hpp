// The lock of RwLock<T> without its data: many own it to read, or one to write.
//
//     fearless::RawRwLock door;
//     const std::shared_lock reader(door);  // beside other readers
//
// Promises
//   - lock_shared() returns when the caller is one of the readers, lock() when it is the writer.
//     Readers are together, and a writer is alone.
//   - A reader does not wait for another reader, except while a writer waits.
//   - A writer that waits keeps new readers out, so readers who come and go do not starve it.
//   - try_lock_shared() and try_lock() do not wait: false when they would have to.
//   - A thread that waits sleeps.
// Requires
//   - Each unlock is by an owner of that kind. An owner does not ask for the lock again: with a
//     writer waiting in between, a second lock_shared() waits for ever.
//   - Nobody owns the lock or waits for it when it is destroyed.
// Threads
//   Any number, at the same time.
// Memory ordering
//   What a writer did happens before what later readers and writers do, and what readers did before
//   the next writer: the releases of both kinds of unlock pair with the acquires of both of lock.
// Not for
//   Data; RwLock<T> in rw_lock.hpp knows what it protects.
#pragma once

#include <atomic>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/todo.hpp>

namespace fearless {

// The functions without `shared` are the writer's.
class RawRwLock {
  public:
    RawRwLock() = default;
    RawRwLock(const RawRwLock&) = delete;
    RawRwLock& operator=(const RawRwLock&) = delete;

    // Waits until the caller is one of the readers.
    void lock_shared();
    // Does not wait; true when the caller is one of the readers.
    bool try_lock_shared();
    // The caller reads no more.
    void unlock_shared();
    // Waits until the caller is the writer.
    void lock();
    // Does not wait; true when the caller is the writer.
    bool try_lock();
    // The caller writes no more.
    void unlock();

  private:
    // [members]
    using enum std::memory_order;

    // The word: the number of readers, and above it who writes and whether somebody may sleep.
    static constexpr std::uint32_t kWriting = 1u << 31;
    static constexpr std::uint32_t kWaiting = 1u << 30;

    // Sleeps if one of these bits is set, after saying in the word that somebody may sleep.
    void wait_while_any(std::uint32_t bits) {
        std::uint32_t seen = word_.load(relaxed);
        if (!(seen & bits)) return;
        if ((seen & kWaiting) || word_.compare_exchange_strong(seen, seen | kWaiting, relaxed)) {
            park(word_, seen | kWaiting);
        }
    }

    std::atomic<std::uint32_t> word_ = 0;
    // [members]
};

inline bool RawRwLock::try_lock_shared() {
    // [try_lock_shared]
    std::uint32_t seen = word_.load(relaxed);
    while (!(seen & (kWriting | kWaiting))) {
        if (word_.compare_exchange_strong(seen, seen + 1, acquire, relaxed)) {
            return true;
        }
    }
    return false;
    // [try_lock_shared]
}

inline void RawRwLock::lock_shared() {
    // [lock_shared]
    const auto count_in = [&] {
        std::uint32_t seen = word_.load(relaxed);
        return !(seen & (kWriting | kWaiting)) &&
               word_.compare_exchange_strong(seen, seen + 1, acquire, relaxed);
    };
    // Who loses a race for the word gives way, instead of pulling its cache line to and fro.
    if (count_in() || yield_until(count_in)) return;
    while (!try_lock_shared()) wait_while_any(kWriting | kWaiting);
    // [lock_shared]
}

inline void RawRwLock::unlock_shared() {
    // [unlock_shared]
    // The last reader leaves the mark in place: it keeps readers out until a writer has been in.
    const std::uint32_t before = word_.fetch_sub(1, release);
    if (before == (kWaiting | 1)) unpark_all(word_);
    // [unlock_shared]
}

inline bool RawRwLock::try_lock() {
    // [try_lock]
    std::uint32_t seen = word_.load(relaxed);
    while (!(seen & ~kWaiting)) {
        if (word_.compare_exchange_strong(seen, seen | kWriting, acquire, relaxed)) {
            return true;
        }
    }
    return false;
    // [try_lock]
}

inline void RawRwLock::lock() {
    // [lock]
    if (try_lock() || yield_until([&] { return try_lock(); })) return;
    while (!try_lock()) wait_while_any(~kWaiting);
    // [lock]
}

inline void RawRwLock::unlock() {
    // [unlock]
    if (word_.exchange(0, release) & kWaiting) unpark_all(word_);
    // [unlock]
}

}  // namespace fearless
