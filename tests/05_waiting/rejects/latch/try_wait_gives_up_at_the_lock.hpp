// verdict: wrong_result
// test: Latch.try_wait_is_true_whenever_it_is_open
// why: Somebody else who looks holds the lock, and that does not close the latch.

#pragma once

#include <chrono>
#include <cstddef>
#include <fearless/condvar.hpp>
#include <fearless/mutex.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <stdexcept>

namespace fearless {

class Latch {
  public:
    explicit Latch(std::size_t count) : left_(count) {}
    Latch(const Latch&) = delete;
    Latch& operator=(const Latch&) = delete;

    void count_down(std::size_t count = 1) const;
    void wait() const;
    bool try_wait() const;
    bool wait_for(std::chrono::nanoseconds time) const;
    void arrive_and_wait() const;

  private:
    // [members]
    // [members]

    Mutex<std::size_t> left_;
    Condvar opened_;
};

inline void Latch::count_down([[maybe_unused]] std::size_t count) const {
    // [count_down]
    auto left = left_.lock();
    if (count > *left) throw std::logic_error("Latch: counted down further than zero");
    *left -= count;
    if (*left == 0) opened_.notify_all();
    // [count_down]
}

inline void Latch::wait() const {
    // [wait]
    auto left = left_.lock();
    opened_.wait(left, [](std::size_t n) { return n == 0; });
    // [wait]
}

inline bool Latch::try_wait() const {
    // [try_wait]
    auto left = left_.try_lock();
    return left && **left == 0;
    // [try_wait]
}

inline bool Latch::wait_for([[maybe_unused]] std::chrono::nanoseconds time) const {
    // [wait_for]
    auto left = left_.lock();
    return opened_.wait_for(left, time, [](std::size_t n) { return n == 0; });
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
