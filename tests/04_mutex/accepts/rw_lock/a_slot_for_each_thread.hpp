// why: Each thread counts itself in on a cache line of its own; a writer looks at all of them.
// whole: tests/bench/parts/rw_lock_faster.cpp includes it beside the reference
// Reading costs the same with any number of cores.

// A value behind a lock that many may read at a time, or one may write.
//
// Promises
//   - read() gives back a guard through which the value can be read; any number of them live at the
//     same time. write() gives back a guard through which it can be changed; while that one lives
//     there is no other guard.
//   - A reader does not wait for another reader, except while a writer waits.
//   - A writer that waits keeps new readers out, so readers who come and go do not starve it.
//   - try_read() and try_write() do not wait: nullopt when they would have to.
//   - with_read(f) and with_write(f) call f(value) under the lock and give back a value that f
//     returned. An exception leaves the lock free.
//   - A thread that waits sleeps.
// Requires
//   - A thread that holds a guard does not ask for another one of the same lock: with a writer
//     waiting in between, a second read() waits for ever.
//   - A guard that was moved from is only destroyed. No guard outlives its lock.
// Threads
//   Any number use a lock at the same time, through const as well. RwLock<T> is Send when T is, and
//   Sync when T is Send and a const T is Sync. A guard stays on the thread that made it.
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
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/raw_mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <mutex>
#include <optional>
#include <shared_mutex>
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
    static constexpr std::uint32_t kWriting = 1;  // a writer is in, or waits for readers to leave
    static constexpr std::uint32_t kContended = 2;   // the same, and readers may sleep

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

template <typename T>
class RwLock;

// What keeps writers out while it lives.
template <typename T>
class [[nodiscard]] ReadGuard {
  public:
    const T& operator*() const& { return *value_; }
    const T* operator->() const& { return value_; }
    const T& operator*() const&& = delete;  // what it refers to would outlive the lock
    const T* operator->() const&& = delete;

  private:
    friend class RwLock<T>;
    ReadGuard(std::shared_lock<RawRwLock> hold, const T& value)
        : hold_(std::move(hold)), value_(&value) {}

    std::shared_lock<RawRwLock> hold_;
    const T* value_;
};

// What keeps everybody else out while it lives.
template <typename T>
class [[nodiscard]] WriteGuard {
  public:
    T& operator*() const& { return *value_; }
    T* operator->() const& { return value_; }
    T& operator*() const&& = delete;  // as above
    T* operator->() const&& = delete;

  private:
    friend class RwLock<T>;
    WriteGuard(std::unique_lock<RawRwLock> hold, T& value)
        : hold_(std::move(hold)), value_(&value) {}

    std::unique_lock<RawRwLock> hold_;
    T* value_;
};

template <typename T>
class RwLock {
  public:
    // The value is made from the arguments.
    template <typename... Args>
        requires std::constructible_from<T, Args...>
    explicit RwLock(Args&&... args) : value_(std::forward<Args>(args)...) {}

    ReadGuard<T> read() const { return {std::shared_lock(raw_), value_}; }
    WriteGuard<T> write() const { return {std::unique_lock(raw_), value_}; }

    std::optional<ReadGuard<T>> try_read() const {
        std::shared_lock hold(raw_, std::try_to_lock);
        if (!hold) return std::nullopt;
        return ReadGuard<T>(std::move(hold), value_);
    }

    std::optional<WriteGuard<T>> try_write() const {
        std::unique_lock hold(raw_, std::try_to_lock);
        if (!hold) return std::nullopt;
        return WriteGuard<T>(std::move(hold), value_);
    }

    template <std::invocable<const T&> F>
    std::invoke_result_t<F, const T&> with_read(F&& f) const {
        static_assert(!std::is_reference_v<std::invoke_result_t<F, const T&>>,
                      "with_read: what f returns as a reference would be used without the lock");
        const std::shared_lock hold(raw_);
        return std::invoke(std::forward<F>(f), std::as_const(value_));
    }

    template <std::invocable<T&> F>
    std::invoke_result_t<F, T&> with_write(F&& f) const {
        static_assert(!std::is_reference_v<std::invoke_result_t<F, T&>>,
                      "with_write: what f returns as a reference would be used without the lock");
        const std::unique_lock hold(raw_);
        return std::invoke(std::forward<F>(f), value_);
    }

  private:
    mutable RawRwLock raw_;
    mutable T value_;
};

template <typename T>
RwLock(T) -> RwLock<T>;

// Readers use the value at the same time, so it has to stand that.
template <typename T>
inline constexpr bool enable_send<RwLock<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<RwLock<T>> = Send<T> && Sync<const T>;

}  // namespace fearless
