// A door that opens once: when everything that had to happen first has been counted down.
//
//     fearless::Latch open(1);
//     auto guest = fearless::spawn([&] { open.wait(); });
//     open.count_down();
//
// Promises
//   - Latch(count) is closed until it has been counted down `count` times, and open for ever after.
//     A latch of zero is open from the start.
//   - count_down(n) takes n off and does not wait. wait() comes back when the latch is open;
//     arrive_and_wait() counts down by one and waits.
//   - try_wait() does not wait for the latch: it is true exactly when the latch is open, also while
//     others are at work. wait_for(time) waits for `time` at most, on a steady clock, and says
//     whether the latch is open; a time of zero or less means try_wait().
//   - To count down further than zero throws std::logic_error and changes nothing. count_down(0)
//     does nothing.
//   - Who comes back from wait may destroy the latch, where nobody else uses it any more: the call
//     that opened it is done with it.
// Requires
//   - Nobody waits when it is destroyed.
// Threads
//   Any number, at the same time, through const as well.
// Memory ordering
//   All that happened before any of the counts happens before what follows a wait, through the
//   lock.
// Not for
//   A second round: a latch does not close again. That is Barrier.
#pragma once

#include <chrono>
#include <cstddef>
#include <fearless/condvar.hpp>
#include <fearless/mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <stdexcept>

namespace fearless {

// A door that opens once.
class Latch {
  public:
    // Closed until it has been counted down so many times.
    explicit Latch(std::size_t count) : left_(count) {}
    Latch(const Latch&) = delete;
    Latch& operator=(const Latch&) = delete;

    // Takes `count` off; does not wait.
    void count_down(std::size_t count = 1) const;
    // Waits until the latch is open.
    void wait() const;
    // Whether the latch is open; does not wait.
    bool try_wait() const;
    // Waits for `time` at most; whether the latch is open.
    bool wait_for(std::chrono::nanoseconds time) const;
    // Counts down by one, then waits.
    void arrive_and_wait() const;

  private:
    // [members]
    static bool none(const std::size_t& left) { return left == 0; }
    // [members]

    Mutex<std::size_t> left_;
    Condvar opened_;
};

inline void Latch::count_down(std::size_t count) const {
    // [count_down]
    auto left = left_.lock();
    if (count > *left) throw std::logic_error("Latch: counted down further than zero");
    *left -= count;
    // Under the lock: whoever gets past may destroy the latch.
    if (*left == 0) opened_.notify_all();
    // [count_down]
}

inline void Latch::wait() const {
    // [wait]
    auto left = left_.lock();
    opened_.wait(left, none);
    // [wait]
}

inline bool Latch::try_wait() const {
    // [try_wait]
    return left_.with(none);
    // [try_wait]
}

inline bool Latch::wait_for(std::chrono::nanoseconds time) const {
    // [wait_for]
    auto left = left_.lock();
    return opened_.wait_for(left, time, none);
    // [wait_for]
}

inline void Latch::arrive_and_wait() const {
    // [arrive_and_wait]
    count_down();
    wait();
    // [arrive_and_wait]
}

template <>
inline constexpr bool enable_send<Latch> = true;
template <>
inline constexpr bool enable_sync<Latch> = true;

}  // namespace fearless
