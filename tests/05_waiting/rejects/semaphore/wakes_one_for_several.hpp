// verdict: lost_wakeup
// why: Several permits came, and one of those who wait is told.

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

class Semaphore {
  public:
    explicit Semaphore(std::size_t permits,
                       std::size_t most = std::numeric_limits<std::size_t>::max());
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    void acquire() const;
    bool acquire(std::stop_token stop) const;
    bool try_acquire() const;
    bool try_acquire_for(std::chrono::nanoseconds time) const;
    void release(std::size_t count = 1) const;

  private:
    // [members]
    static bool any(const std::size_t& permits) { return permits > 0; }

    std::size_t most_;
    Mutex<std::size_t> permits_;
    Condvar released_;
    // [members]
};

inline Semaphore::Semaphore([[maybe_unused]] std::size_t permits, [[maybe_unused]] std::size_t most)
    // [constructor]
    : most_(most), permits_(permits) {
    if (most == 0) throw std::invalid_argument("Semaphore: it could never have a permit");
    if (permits > most) throw std::invalid_argument("Semaphore: more permits than allowed");
    // [constructor]
}

inline void Semaphore::acquire() const {
    // [acquire]
    auto permits = permits_.lock();
    released_.wait(permits, any);
    --*permits;
    // [acquire]
}

inline bool Semaphore::acquire([[maybe_unused]] std::stop_token stop) const {
    // [acquire_stop]
    auto permits = permits_.lock();
    if (!released_.wait(permits, std::move(stop), any)) return false;
    --*permits;
    return true;
    // [acquire_stop]
}

inline bool Semaphore::try_acquire() const {
    // [try_acquire]
    auto permits = permits_.lock();
    if (*permits == 0) return false;
    --*permits;
    return true;
    // [try_acquire]
}

inline bool Semaphore::try_acquire_for([[maybe_unused]] std::chrono::nanoseconds time) const {
    // [try_acquire_for]
    auto permits = permits_.lock();
    if (!released_.wait_for(permits, time, any)) return false;
    --*permits;
    return true;
    // [try_acquire_for]
}

inline void Semaphore::release([[maybe_unused]] std::size_t count) const {
    // [release]
    auto permits = permits_.lock();
    if (count > most_ - *permits) throw std::logic_error("Semaphore: more permits than allowed");
    *permits += count;
    released_.notify_one();
    // [release]
}

template <>
inline constexpr bool enable_send<Semaphore> = true;
template <>
inline constexpr bool enable_sync<Semaphore> = true;

}  // namespace fearless
