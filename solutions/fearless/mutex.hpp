// A value behind a lock: nobody reaches the value without holding the lock.
//
//     fearless::Mutex<int> loaves(10);
//     {
//         auto guard = loaves.lock();
//         *guard -= 1;
//     }  // here the lock is free again
//     loaves.with([](int& count) { count -= 1; });
//
// Promises
//   - lock() waits until no other guard of this mutex lives, and gives back a guard. The value is
//     reached through the guard, with * and ->, and through nothing else.
//   - When a guard is destroyed, the lock is free, on every way out of a scope. A guard moves: the
//     one that it was moved from holds nothing.
//   - try_lock() does not wait: nullopt when the lock is taken. try_lock_for(time) waits for `time`
//     at most; a time of zero or less means try_lock().
//   - with(f) calls f(value) while it holds the lock, and gives back a value that f returned, not a
//     reference. An exception leaves the lock free.
//   - into_inner() && moves the value out of a mutex that nobody else uses any more.
//   - A mutex prints as `Mutex { data: 10 }`, a locked one as `Mutex { <locked> }`, without
//     waiting.
//   - guard.unlocked(f) calls f without the lock and holds it again afterwards, also when f throws.
// Requires
//   - A thread that holds a guard does not lock the same mutex again: it would wait for itself.
//   - A guard that was moved from is only destroyed.
//   - No guard outlives its mutex. A reference that was taken through a guard is not used when the
//     guard is gone.
// Threads
//   Any number use a mutex at the same time, through const as well: const is about the mutex, and
//   whoever locks it may change the value. Mutex<T> is Send and Sync when T is Send. A guard stays
//   on the thread that made it.
// Memory ordering
//   All that was done under the lock happens before whatever the next owner does: the release when
//   a guard goes pairs with the acquire in lock, try_lock and try_lock_for.
// Not for
//   A value that is only read (RwLock, or no lock at all), or a wait for a condition (lesson 05).
#pragma once

#include <chrono>
#include <concepts>
#include <fearless/raw_mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <mutex>
#include <optional>
#include <ostream>
#include <type_traits>
#include <utility>

namespace fearless {

template <typename T>
class Mutex;

// What holds the lock of a Mutex<T>. * and -> need a guard that has a name: a reference that was
// taken through a temporary one would outlive the lock.
template <typename T>
class [[nodiscard]] MutexGuard {
  public:
    // Holds the lock from here on; the other guard holds nothing.
    MutexGuard(MutexGuard&& other) noexcept
        // [guard_move]
        : mutex_(std::exchange(other.mutex_, nullptr)) {
        // [guard_move]
    }
    MutexGuard& operator=(MutexGuard&&) = delete;  // one lock from the first to the last moment

    // Sets the lock free.
    ~MutexGuard() {
        // [guard_destructor]
        if (mutex_) mutex_->raw_.unlock();
        // [guard_destructor]
    }

    // The value, for as long as the guard lives.
    T& operator*() const& {
        // [guard_access]
        return mutex_->value_;
        // [guard_access]
    }
    T* operator->() const& { return &operator*(); }
    // [temporaries]
    T& operator*() const&& { return refused(); }
    T* operator->() const&& { return &refused(); }
    // [temporaries]

    // Lets others have the lock while f runs.
    template <std::invocable F>
    std::invoke_result_t<F> unlocked(F&& f) {
        // [unlocked]
        mutex_->raw_.unlock();
        // Locks when it is destroyed, so that f may throw.
        struct Relock {
            ~Relock() { raw.lock(); }
            RawMutex& raw;
        } relock{mutex_->raw_};
        return std::invoke(std::forward<F>(f));
        // [unlocked]
    }

  private:
    friend class Mutex<T>;

    // For a lock that is held already.
    explicit MutexGuard(const Mutex<T>& mutex) noexcept : mutex_(&mutex) {}

    static T& refused() {
        static_assert(!sizeof(T),
                      "a temporary guard unlocks at the end of the line, and what it "
                      "gave access to is used later: name the guard, or use with()");
    }

    const Mutex<T>* mutex_;
};

// A value, and the lock without which nobody reaches it.
template <typename T>
class Mutex {
    static_assert(!std::is_reference_v<T>, "a mutex owns its value; a reference names another's");

  public:
    // The value is made from the arguments.
    template <typename... Args>
        requires std::constructible_from<T, Args...>
    explicit Mutex(Args&&... args) : value_(std::forward<Args>(args)...) {}
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;

    // Waits until no other guard lives.
    MutexGuard<T> lock() const {
        // [lock]
        raw_.lock();
        return MutexGuard<T>(*this);
        // [lock]
    }

    // Does not wait: nullopt when the lock is taken.
    std::optional<MutexGuard<T>> try_lock() const {
        // [try_lock]
        if (!raw_.try_lock()) return std::nullopt;
        return MutexGuard<T>(*this);
        // [try_lock]
    }

    // Waits for `time` at most: nullopt when the lock was taken all the time.
    std::optional<MutexGuard<T>> try_lock_for(std::chrono::nanoseconds time) const {
        // [try_lock_for]
        if (!raw_.try_lock_for(time)) return std::nullopt;
        return MutexGuard<T>(*this);
        // [try_lock_for]
    }

    // Calls f(value) under the lock, and gives back what it returned.
    template <std::invocable<T&> F>
    std::invoke_result_t<F, T&> with(F&& f) const {
        static_assert(!std::is_reference_v<std::invoke_result_t<F, T&>>,
                      "with: what f returns as a reference would be used without the lock");
        // [with]
        MutexGuard<T> guard = lock();
        return std::invoke(std::forward<F>(f), *guard);
        // [with]
    }

    // Moves the value out of a mutex that nobody else uses any more.
    T into_inner() && {
        // [into_inner]
        return std::move(value_);
        // [into_inner]
    }

    // Prints the value, or `<locked>` without waiting.
    friend std::ostream& operator<<(std::ostream& out, const Mutex& mutex) {
        // [print]
        const std::unique_lock hold(mutex.raw_, std::try_to_lock);
        if (!hold) return out << "Mutex { <locked> }";
        return out << "Mutex { data: " << mutex.value_ << " }";
        // [print]
    }

  private:
    friend class MutexGuard<T>;
    // Locks several at once; see apply.hpp.
    template <typename F, typename... Ts>
    friend std::invoke_result_t<F, Ts&...> apply(F&& f, const Mutex<Ts>&... mutexes);

    // [members]
    mutable RawMutex raw_;
    mutable T value_;
    // [members]
};

template <typename T>
Mutex(T) -> Mutex<T>;

// One thread at a time gets at the value, so it has to be fit for travelling and no more.
template <typename T>
inline constexpr bool enable_send<Mutex<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<Mutex<T>> = Send<T>;

// A guard is unlocked by the thread that locked it; others may look at the value through it.
template <typename T>
inline constexpr bool enable_send<MutexGuard<T>> = false;
template <typename T>
inline constexpr bool enable_sync<const MutexGuard<T>> = Sync<T>;

}  // namespace fearless
