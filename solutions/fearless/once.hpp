// Something that is done once, however many threads want it done.
//
//     fearless::OnceLock<std::string> recipe;
//     std::cout << recipe.get_or_init([] { return std::string("flour"); });  // made here
//     std::cout << recipe.get_or_init([] { return std::string("never"); });
//
// Promises
//   - Once::call(f) runs f if no call has succeeded so far, and returns when one has: whoever comes
//     while f runs waits for it. Of all calls of the same Once, f succeeds in exactly one.
//   - When f throws, the exception leaves the call that ran it, and nothing is done yet: one of
//     those that wait, or the next to come, runs its own f.
//   - is_done() does not wait. A call on a Once that is done costs one load.
//   - OnceLock<T> is a value that is made by the first who needs it: get_or_init(f) gives the
//     value, made with f() if there was none. get() is null while there is none, and does not wait.
//   - A thread that waits sleeps.
// Requires
//   - f does not call the same Once: it would wait for itself.
//   - Nobody is in a call when the Once is destroyed.
// Threads
//   Any number, at the same time, through const as well: Once is Send and Sync. The value of a
//   OnceLock is only read from then on, so OnceLock<T> is Send when T is, and Sync when T is Send
//   and a const T is Sync.
// Memory ordering
//   All that f did happens before every call returns, and before is_done() is true: the release at
//   the end of f pairs with the acquires there.
// Not for
//   A static local variable of a function: the language does the same for it.
#pragma once

#include <atomic>
#include <concepts>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <optional>
#include <utility>

namespace fearless {

// Something that is done once.
class Once {
  public:
    Once() = default;
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;

    // Runs f unless a call has succeeded; returns when one has.
    template <std::invocable F>
    void call(F&& f) const {
        // [call]
        if (is_done() || !begin()) return;
        try {
            std::invoke(std::forward<F>(f));
        } catch (...) {
            end(kNew);
            throw;
        }
        end(kDone);
        // [call]
    }

    // Whether a call has succeeded; does not wait.
    bool is_done() const {
        // [is_done]
        return word_.load(acquire) == kDone;
        // [is_done]
    }

  private:
    // [members]
    using enum std::memory_order;

    static constexpr std::uint32_t kNew = 0;
    static constexpr std::uint32_t kRunning = 1;
    static constexpr std::uint32_t kContended = 2;  // running, and somebody may sleep
    static constexpr std::uint32_t kDone = 3;

    // True: the caller is the one who runs f now. False: it has been done.
    bool begin() const {
        std::uint32_t seen = word_.load(acquire);
        while (seen != kDone) {
            const std::uint32_t next = seen == kNew ? kRunning : kContended;
            if (seen != next && !word_.compare_exchange_strong(seen, next, acquire)) continue;
            if (next == kRunning) return true;
            park(word_, kContended);
            seen = word_.load(acquire);
        }
        return false;
    }

    void end(std::uint32_t how) const {
        if (word_.exchange(how, release) == kContended) unpark_all(word_);
    }

    mutable std::atomic<std::uint32_t> word_ = kNew;
    // [members]
};

// A value that the first who needs it makes.
template <typename T>
class OnceLock {
  public:
    // The value, made with f() if there was none.
    template <std::invocable F>
    const T& get_or_init(F&& f) const {
        once_.call([&] { value_.emplace(std::invoke(std::forward<F>(f))); });
        return *value_;
    }

    // The value, or null while there is none; does not wait.
    const T* get() const { return once_.is_done() ? &*value_ : nullptr; }

  private:
    Once once_;
    mutable std::optional<T> value_;
};

template <>
inline constexpr bool enable_send<Once> = true;
template <>
inline constexpr bool enable_sync<Once> = true;
template <typename T>
inline constexpr bool enable_send<OnceLock<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<OnceLock<T>> = Send<T> && Sync<const T>;

}  // namespace fearless
