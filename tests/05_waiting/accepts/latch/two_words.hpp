// why: The number is an atomic, and those who wait sleep on a word that changes once.
// whole: all bodies in the class, on other members

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <fearless/park.hpp>
#include <fearless/send_sync.hpp>
#include <stdexcept>

namespace fearless {

class Latch {
  public:
    explicit Latch(std::size_t count) : left_(count) {}
    Latch(const Latch&) = delete;
    Latch& operator=(const Latch&) = delete;

    void count_down(std::size_t count = 1) const {
        // Once the number is zero the latch may be gone; the open door is what lets others past.
        std::size_t left = left_.load();
        do {
            if (count > left) throw std::logic_error("Latch: counted down further than zero");
        } while (!left_.compare_exchange_weak(left, left - count));
        if (left != count || count == 0) return;
        open_.store(1);
        unpark_all(open_);
    }
    void wait() const {
        while (!try_wait()) park(open_, 0);
    }
    bool try_wait() const { return open_.load() == 1; }
    bool wait_for(std::chrono::nanoseconds time) const {
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        for (auto left = time; !try_wait(); left = time - (Clock::now() - start)) {
            if (left.count() <= 0) return false;
            park_for(open_, 0, left);
        }
        return true;
    }
    void arrive_and_wait() const {
        count_down();
        wait();
    }

  private:
    mutable std::atomic<std::size_t> left_;
    mutable ParkWord open_ = left_ == 0 ? 1 : 0;
};

template <>
inline constexpr bool enable_send<Latch> = true;
template <>
inline constexpr bool enable_sync<Latch> = true;

}  // namespace fearless
