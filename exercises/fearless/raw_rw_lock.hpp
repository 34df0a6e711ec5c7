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
    // The word: the number of readers, and above it who writes and whether somebody may sleep.
    static constexpr std::uint32_t kWriting = 1u << 31;
    static constexpr std::uint32_t kWaiting = 1u << 30;

    std::atomic<std::uint32_t> word_ = 0;
    // [members]
};

inline bool RawRwLock::try_lock_shared() {
    // [try_lock_shared]
    fearless::todo("lesson 04: count the caller in as a reader, unless somebody writes or waits");
    // [try_lock_shared]
}

inline void RawRwLock::lock_shared() {
    // [lock_shared]
    fearless::todo("lesson 04: count the caller in, and sleep while somebody writes or waits");
    // [lock_shared]
}

inline void RawRwLock::unlock_shared() {
    // [unlock_shared]
    fearless::todo("lesson 04: count the caller out; the last one wakes a writer that waits");
    // [unlock_shared]
}

inline bool RawRwLock::try_lock() {
    // [try_lock]
    fearless::todo("lesson 04: take the lock for writing if nobody holds it");
    // [try_lock]
}

inline void RawRwLock::lock() {
    // [lock]
    fearless::todo("lesson 04: take the lock for writing; keep new readers out while you wait");
    // [lock]
}

inline void RawRwLock::unlock() {
    // [unlock]
    fearless::todo("lesson 04: give the lock up and wake those that wait");
    // [unlock]
}

}  // namespace fearless
