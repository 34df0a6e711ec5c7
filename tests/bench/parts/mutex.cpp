// Mutex beside std::mutex, free and fought for; and the same lock without the yields before it
// sleeps, which shows what they are worth.
#include <benchmark/benchmark.h>

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

template <typename Counter>
void lock_count_unlock(benchmark::State& state) {
    alignas(64) static Counter counter;
    for (auto _ : state) counter.count();
}

BENCHMARK(lock_count_unlock<Ours>)
    ->Name("mutex: lock, count, unlock/ours")
    ->Threads(1)
    ->Threads(2)
    ->Threads(4)
    ->UseRealTime();
BENCHMARK(lock_count_unlock<Standard>)
    ->Name("mutex: lock, count, unlock/std::mutex")
    ->Threads(1)
    ->Threads(2)
    ->Threads(4)
    ->UseRealTime();
BENCHMARK(lock_count_unlock<WithoutYields>)
    ->Name("mutex: lock, count, unlock/ours without yields")
    ->Threads(1)
    ->Threads(2)
    ->Threads(4)
    ->UseRealTime();

}  // namespace
