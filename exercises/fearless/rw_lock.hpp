// A value behind a lock that many may read at a time, or one may write.
//
//     fearless::RwLock<std::string> menu("rye");
//     menu.with_write([](std::string& text) { text += ", wheat"; });
//     const auto guard = menu.read();  // beside other readers
//     std::cout << *guard;
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
//   the next writer, through the lock.
// Not for
//   Short reads: counting a reader in and out costs as much as a mutex. Measure first.
#pragma once

#include <concepts>
#include <fearless/raw_rw_lock.hpp>
#include <fearless/send_sync.hpp>
#include <functional>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <type_traits>
#include <utility>

namespace fearless {

template <typename T>
class RwLock;

// What keeps writers out while it lives.
template <typename T>
class [[nodiscard]] ReadGuard {
  public:
    // The value, to be read for as long as the guard lives.
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
    // The value, for as long as the guard lives.
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

// A value that many may read at a time, or one may write.
template <typename T>
class RwLock {
  public:
    // The value is made from the arguments.
    template <typename... Args>
        requires std::constructible_from<T, Args...>
    explicit RwLock(Args&&... args) : value_(std::forward<Args>(args)...) {}

    // Waits until nobody writes, and no writer waits.
    ReadGuard<T> read() const { return {std::shared_lock(raw_), value_}; }
    // Waits until nobody reads or writes.
    WriteGuard<T> write() const { return {std::unique_lock(raw_), value_}; }

    // Does not wait: nullopt while somebody writes or waits for it.
    std::optional<ReadGuard<T>> try_read() const {
        std::shared_lock hold(raw_, std::try_to_lock);
        if (!hold) return std::nullopt;
        return ReadGuard<T>(std::move(hold), value_);
    }

    // Does not wait: nullopt while somebody reads or writes.
    std::optional<WriteGuard<T>> try_write() const {
        std::unique_lock hold(raw_, std::try_to_lock);
        if (!hold) return std::nullopt;
        return WriteGuard<T>(std::move(hold), value_);
    }

    // Calls f(value) as a reader, and gives back what it returned.
    template <std::invocable<const T&> F>
    std::invoke_result_t<F, const T&> with_read(F&& f) const {
        static_assert(!std::is_reference_v<std::invoke_result_t<F, const T&>>,
                      "with_read: what f returns as a reference would be used without the lock");
        const std::shared_lock hold(raw_);
        return std::invoke(std::forward<F>(f), std::as_const(value_));
    }

    // Calls f(value) as the writer, and gives back what it returned.
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
