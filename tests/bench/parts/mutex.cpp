// Mutex and std::mutex; and the same lock without the yields before it sleeps, which shows what
// they are worth.
#include "mutex.hpp"

#include <cstdint>
#include <fearless/mutex.hpp>
#include <fearless/park.hpp>
#include <mutex>

namespace {

class Ours {
  public:
    void count() {
        value_.with([](std::uint64_t& value) { ++value; });
    }

  private:
    fearless::Mutex<std::uint64_t> value_{0u};
};

class Standard {
  public:
    void count() {
        const std::lock_guard hold(mutex_);
        ++value_;
    }

  private:
    std::mutex mutex_;
    std::uint64_t value_ = 0;
};

// What RawMutex is without yield_until.
class WithoutYields {
  public:
    void count() {
        std::uint32_t seen = 0;
        if (!word_.compare_exchange_strong(seen, 1, std::memory_order_acquire)) {
            while (word_.exchange(2, std::memory_order_acquire) != 0) fearless::park(word_, 2);
        }
        ++value_;
        if (word_.exchange(0, std::memory_order_release) == 2) fearless::unpark_one(word_);
    }

  private:
    fearless::ParkWord word_ = 0;
    std::uint64_t value_ = 0;
};

[[maybe_unused]] const bool registered = [] {
    using namespace mutex_bench;
    register_mutex("ours", lock_count_unlock<Ours>);
    register_mutex("std::mutex", lock_count_unlock<Standard>);
    register_mutex("ours without yields", lock_count_unlock<WithoutYields>);
    return true;
}();

}  // namespace
