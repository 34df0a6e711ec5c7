// A number of permits: whoever takes one when there is none waits until one is given back.
//
//     fearless::Semaphore ovens(2);
//     ovens.acquire();  // a third one waits here
//     ovens.release();
//
// Promises
//   - acquire() waits until there is a permit, and takes it. As many threads get past it as there
//     are permits, and never more.
//   - try_acquire() does not wait for a permit: it takes one exactly when there is one, also while
//     others are at work.
//     try_acquire_for(time) waits for `time` at most, on a steady clock; a time of zero or less
//     means try_acquire().
//   - acquire(stop) gives up when a stop is requested while there is no permit. It is true when it
//     has taken one.
//   - release(n) adds n permits, at once however many they are, and as many of those who wait get
//     past. Permits are remembered: one that is released early is there for whoever comes later.
//   - There are never more than `most` permits. A release that would exceed them throws
//     std::logic_error and adds none. release(0) does nothing.
//   - A semaphore may begin with no permit at all. One that could never have any (most is zero), or
//     that begins with more than `most`, is refused with std::invalid_argument.
//   - Who comes back from acquire may destroy it, where nobody else uses it any more: the release
//     that let it past is done with the semaphore.
// Requires
//   - Nobody waits when it is destroyed.
// Threads
//   Any number, at the same time, through const as well. A permit belongs to nobody: another thread
//   may release what one has acquired.
// Memory ordering
//   All that happened before a release happens before what follows the acquire that gets its
//   permit, through the lock.
// Not for
//   Protecting data (Mutex<T>), or for fairness: a thread that comes just now may overtake one that
//   sleeps.
#pragma once

#include <chrono>
#include <cstddef>
#include <fearless/condvar.hpp>
#include <fearless/mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <limits>
#include <stdexcept>
#include <stop_token>
#include <utility>

namespace fearless {

// A number of permits.
class Semaphore {
  public:
    // Begins with so many permits, and never has more than `most`.
    explicit Semaphore(std::size_t permits,
                       std::size_t most = std::numeric_limits<std::size_t>::max());
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    // Waits for a permit, and takes it.
    void acquire() const;
    // The same until a stop is requested; true when it has taken one.
    bool acquire(std::stop_token stop) const;
    // Takes a permit if there is one; does not wait.
    bool try_acquire() const;
    // Waits for a permit for `time` at most; true when it has taken one.
    bool try_acquire_for(std::chrono::nanoseconds time) const;
    // Adds permits, for those who wait or come later.
    void release(std::size_t count = 1) const;

  private:
    // [members]
    [[maybe_unused]] std::size_t most_;
    Mutex<std::size_t> permits_;
    Condvar released_;
    // [members]
};

inline Semaphore::Semaphore(std::size_t permits, std::size_t most)
    // [constructor]
    : most_(most), permits_(permits) {
    todo("lesson 05: refuse what could never work");
    // [constructor]
}

inline void Semaphore::acquire() const {
    // [acquire]
    todo("lesson 05: wait for a permit and take it");
    // [acquire]
}

inline bool Semaphore::acquire(std::stop_token stop) const {
    // [acquire_stop]
    todo("lesson 05: the same, and give up when a stop is requested");
    // [acquire_stop]
}

inline bool Semaphore::try_acquire() const {
    // [try_acquire]
    todo("lesson 05: take a permit if there is one");
    // [try_acquire]
}

inline bool Semaphore::try_acquire_for(std::chrono::nanoseconds time) const {
    // [try_acquire_for]
    todo("lesson 05: wait for a permit for as long as `time` says");
    // [try_acquire_for]
}

inline void Semaphore::release(std::size_t count) const {
    // [release]
    todo("lesson 05: add the permits, or refuse; wake as many as can get past");
    // [release]
}

template <>
inline constexpr bool enable_send<Semaphore> = true;
template <>
inline constexpr bool enable_sync<Semaphore> = true;

}  // namespace fearless
