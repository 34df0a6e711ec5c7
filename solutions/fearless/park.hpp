// How a thread sleeps until a word changes. Given: there is nothing to write in this file.
//
// Every part of the library that waits does it through here, with the cheapest means that the
// system has: a futex on Linux, WaitOnAddress on Windows, elsewhere a mutex and a condition
// variable.
//
//     fearless::ParkWord open = 0;
//     auto guest = fearless::spawn([&] { while (open == 0) fearless::park(open, 0); });
//     open = 1;
//     fearless::unpark_all(open);
//
// Promises
//   - park(word, expected) sleeps while the word is `expected` and nobody unparks it. If the word
//     is something else already it returns at once: looking and falling asleep are one step, so a
//     change of the word that is followed by an unpark is never missed.
//   - park may return early for no reason at all. Call it in a loop that looks at the word.
//   - park_for does the same for at most as long as `time` says, on a clock that nobody sets. It is
//     false when the time is over, and at once for a time of zero or less.
//   - unpark_one wakes one of the threads that sleep on the word, unpark_all all of them. Which one
//     comes first is not promised. Where nobody sleeps they do nothing.
//   - yield_until(ready) gives other threads the core, forty times at most, until ready() is true,
//     and says whether it came to that: most waits are shorter than falling asleep. Under the
//     explorer it is false at once: a pause changes what is likely, never what is possible.
// Requires
//   - Whoever wakes first changes the word, and only then unparks.
//   - No thread sleeps on a word whose life ends. unpark needs the address only: it is right on a
//     word that a woken thread has destroyed by then.
// Threads
//   Any number, at the same time.
// Memory ordering
//   None: sleeping and waking order nothing. What a thread may rely on comes from the atomic
//   operations on the word, a release store that an acquire load reads.
//   On Linux it is the system call itself and not std::atomic::wait, which looks a few times before
//   it sleeps and knows no time-out. The explorer sees every sleep and every wake-up either way.
// Not for
//   Short waits. Falling asleep and waking up costs thousands of times an uncontended lock; see
//   docs/sleeping.md.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

#if defined(__linux__)
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <ctime>
#elif defined(_WIN32)
#ifndef NOMINMAX
#define NOMINMAX  // std::min and std::max stay what they are
#endif
#include <windows.h>

#include <algorithm>
#else
#include <condition_variable>
#include <mutex>
#endif

namespace fearless {

// The word that threads sleep on.
using ParkWord = std::atomic<std::uint32_t>;
static_assert(sizeof(ParkWord) == 4 && ParkWord::is_always_lock_free);

#if defined(__linux__)

namespace detail {

// Whether the explorer is in charge of the threads; it has this function, other programs do not.
extern "C" __attribute__((weak)) int __tsan_simulate(void (*)(void*), void*);
inline bool explored() {
    return __tsan_simulate != nullptr;
}

// No function of the C library stands for this system call.
inline long futex(const ParkWord& word, int operation, std::uint32_t value, const timespec* time) {
    return syscall(SYS_futex, &word, operation | FUTEX_PRIVATE_FLAG, value, time, nullptr, 0);
}

}  // namespace detail

// Sleeps while the word is `expected` and nobody unparks it.
inline void park(const ParkWord& word, std::uint32_t expected) {
    detail::futex(word, FUTEX_WAIT, expected, nullptr);
}

// The same for `time` at most; false when the time is over.
inline bool park_for(const ParkWord& word, std::uint32_t expected, std::chrono::nanoseconds time) {
    if (time.count() <= 0) return false;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    timespec rest{};
    rest.tv_sec = static_cast<std::time_t>(seconds.count());
    rest.tv_nsec = static_cast<long>((time - seconds).count());
    return detail::futex(word, FUTEX_WAIT, expected, &rest) == 0 || errno != ETIMEDOUT;
}

// Wakes one of those who sleep on the word.
inline void unpark_one(const ParkWord& word) {
    detail::futex(word, FUTEX_WAKE, 1, nullptr);
}

// Wakes all who sleep on the word.
inline void unpark_all(const ParkWord& word) {
    detail::futex(word, FUTEX_WAKE, INT_MAX, nullptr);
}

#elif defined(_WIN32)

namespace detail {

inline bool explored() {
    return false;
}

}  // namespace detail

inline void park(const ParkWord& word, std::uint32_t expected) {
    WaitOnAddress(const_cast<ParkWord*>(&word), &expected, sizeof expected, INFINITE);
}

inline bool park_for(const ParkWord& word, std::uint32_t expected, std::chrono::nanoseconds time) {
    if (time.count() <= 0) return false;
    // Rounded up, and a day at most: to wake early is allowed.
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(
        std::min<std::chrono::nanoseconds>(time, std::chrono::hours(24)));
    const bool cut = std::chrono::hours(24) < time;
    return WaitOnAddress(const_cast<ParkWord*>(&word), &expected, sizeof expected,
                         static_cast<DWORD>(rounded.count())) ||
           GetLastError() != ERROR_TIMEOUT || cut;
}

inline void unpark_one(const ParkWord& word) {
    WakeByAddressSingle(const_cast<ParkWord*>(&word));
}

inline void unpark_all(const ParkWord& word) {
    WakeByAddressAll(const_cast<ParkWord*>(&word));
}

#else

namespace detail {

inline bool explored() {
    return false;
}

// One for all words: who is woken for somebody else's word looks, and sleeps again.
struct Bedroom {
    std::mutex mutex;
    std::condition_variable changed;
};

inline Bedroom& bedroom() {
    static Bedroom& only = *new Bedroom;  // threads may sleep while the program ends
    return only;
}

}  // namespace detail

inline void park(const ParkWord& word, std::uint32_t expected) {
    std::unique_lock hold(detail::bedroom().mutex);
    if (word.load() == expected) detail::bedroom().changed.wait(hold);
}

inline bool park_for(const ParkWord& word, std::uint32_t expected, std::chrono::nanoseconds time) {
    if (time.count() <= 0) return false;
    std::unique_lock hold(detail::bedroom().mutex);
    if (word.load() != expected) return true;
    // A year at most: to wake early is allowed, and a clock can overflow.
    const bool cut = std::chrono::hours(24 * 365) < time;
    if (cut) time = std::chrono::hours(24 * 365);
    return detail::bedroom().changed.wait_for(hold, time) == std::cv_status::no_timeout || cut;
}

inline void unpark_all(const ParkWord&) {
    // Taken and let go: a sleeper that has looked at the word already is then really asleep.
    detail::bedroom().mutex.lock();
    detail::bedroom().mutex.unlock();
    detail::bedroom().changed.notify_all();
}

// Nobody knows which of the sleepers looks at this word.
inline void unpark_one(const ParkWord& word) {
    unpark_all(word);
}

#endif

// Gives other threads the core for a moment, until ready() is true; false where it was not.
template <typename Ready>
bool yield_until(Ready ready) {
    for (int turn = 0; turn < 40 && !detail::explored(); ++turn) {
        std::this_thread::yield();
        if (ready()) return true;
    }
    return false;
}

}  // namespace fearless
