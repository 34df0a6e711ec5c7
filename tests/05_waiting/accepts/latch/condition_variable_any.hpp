// why: The standard library waits.
// whole: all bodies in the class, on other members

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <fearless/send_sync.hpp>
#include <mutex>
#include <stdexcept>

namespace fearless {

class Latch {
  public:
    explicit Latch(std::size_t count) : left_(count) {}
    Latch(const Latch&) = delete;
    Latch& operator=(const Latch&) = delete;

    void count_down(std::size_t count = 1) const {
        const std::lock_guard hold(mutex_);
        if (count > left_) throw std::logic_error("Latch: counted down further than zero");
        left_ -= count;
        if (left_ == 0) opened_.notify_all();
    }
    void wait() const {
        std::unique_lock hold(mutex_);
        opened_.wait(hold, [this] { return left_ == 0; });
    }
    bool try_wait() const {
        const std::lock_guard hold(mutex_);
        return left_ == 0;
    }
    bool wait_for(std::chrono::nanoseconds time) const {
        std::unique_lock hold(mutex_);
        return opened_.wait_for(hold, time, [this] { return left_ == 0; });
    }
    void arrive_and_wait() const {
        count_down();
        wait();
    }

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable_any opened_;
    mutable std::size_t left_;
};

template <>
inline constexpr bool enable_send<Latch> = true;
template <>
inline constexpr bool enable_sync<Latch> = true;

}  // namespace fearless
