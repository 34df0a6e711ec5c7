// why: Each thread counts itself in on a cache line of its own; a writer looks at all of them.
// whole: tests/bench/parts/rw_lock_faster.cpp includes it beside the reference
// Reading costs the same with any number of cores.

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
//   A reader's two steps on its slot and the word cross a writer's on the word and the slots, so
//   those are sequentially consistent.
// Not for
//   Locks in great number: each takes ten cache lines. Nor for writers who are in a hurry: each
//   looks at all slots.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/raw_mutex.hpp>
#include <fearless/todo.hpp>
#include <type_traits>
#include <utility>

namespace fearless {

// The lock without its data. The functions without `shared` are the writer's.
class RawRwLock {
  public:
    RawRwLock() = default;
    RawRwLock(const RawRwLock&) = delete;
    RawRwLock& operator=(const RawRwLock&) = delete;

    void lock_shared();
    bool try_lock_shared();
    void unlock_shared();
    void lock();
    bool try_lock();
    void unlock();

  private:
    // [members]
    using enum std::memory_order;

    // Readers in, by slot. A thread has the same slot in all locks; few share one.
    struct alignas(64) Slot {
        ParkWord readers = 0;
    };
    static constexpr std::size_t kSlots = 8;

    static std::size_t my_slot() {
        static std::atomic<std::size_t> threads = 0;
        thread_local const std::size_t mine = threads.fetch_add(1, relaxed) % kSlots;
        return mine;
    }

    // What the word says.
    static constexpr std::uint32_t kFree = 0;
    static constexpr std::uint32_t kWriting = 1;    // a writer is in, or waits for readers to leave
    static constexpr std::uint32_t kContended = 2;  // the same, and readers may sleep

    void count_out() {
        ParkWord& readers = slots_[my_slot()].readers;
        if (readers.fetch_sub(1, seq_cst) == 1 && word_.load(seq_cst) != kFree) {
            unpark_all(readers);
        }
    }

    // A reader writes its slot and then looks at the word; a writer writes the word and then looks
    // at the slots. All four are sequentially consistent: at least one of the two sees the other.
    std::array<Slot, kSlots> slots_;
    RawMutex writers_;  // one at a time
    ParkWord word_ = kFree;
    // [members]
};

inline bool RawRwLock::try_lock_shared() {
    // [try_lock_shared]
    if (word_.load(relaxed) != kFree) return false;
    slots_[my_slot()].readers.fetch_add(1, seq_cst);
    if (word_.load(seq_cst) == kFree) return true;
    count_out();
    return false;
    // [try_lock_shared]
}

inline void RawRwLock::lock_shared() {
    // [lock_shared]
    const auto count_in = [&] { return try_lock_shared(); };
    if (count_in() || yield_until(count_in)) return;
    while (!try_lock_shared()) {
        std::uint32_t seen = kWriting;
        if (word_.compare_exchange_strong(seen, kContended, relaxed) || seen == kContended) {
            park(word_, kContended);
        }
    }
    // [lock_shared]
}

inline void RawRwLock::unlock_shared() {
    // [unlock_shared]
    count_out();
    // [unlock_shared]
}

inline bool RawRwLock::try_lock() {
    // [try_lock]
    if (!writers_.try_lock()) return false;
    word_.store(kWriting, seq_cst);
    for (const Slot& slot : slots_) {
        if (slot.readers.load(seq_cst) == 0) continue;
        unlock();
        return false;
    }
    return true;
    // [try_lock]
}

inline void RawRwLock::lock() {
    // [lock]
    writers_.lock();
    word_.store(kWriting, seq_cst);
    for (const Slot& slot : slots_) {
        const auto left = [&] { return slot.readers.load(seq_cst) == 0; };
        if (left() || yield_until(left)) continue;
        while (const std::uint32_t readers = slot.readers.load(seq_cst)) {
            park(slot.readers, readers);
        }
    }
    // [lock]
}

inline void RawRwLock::unlock() {
    // [unlock]
    if (word_.exchange(kFree, release) == kContended) unpark_all(word_);
    writers_.unlock();
    // [unlock]
}

}  // namespace fearless
