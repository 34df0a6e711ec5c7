// BoundedBuffer beside the same buffer made of std::mutex and two std::condition_variables: values
// that go from one thread to another, with much space between the two and with little.
#include <benchmark/benchmark.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <fearless/bounded_buffer.hpp>
#include <mutex>
#include <thread>

namespace {

class Standard {
  public:
    explicit Standard(std::size_t capacity) : capacity_(capacity) {}

    void push(int value) {
        {
            std::unique_lock hold(mutex_);
            not_full_.wait(hold, [this] { return values_.size() < capacity_; });
            values_.push_back(value);
        }
        not_empty_.notify_one();
    }

    int pop() {
        int oldest = 0;
        {
            std::unique_lock hold(mutex_);
            not_empty_.wait(hold, [this] { return !values_.empty(); });
            oldest = values_.front();
            values_.pop_front();
        }
        not_full_.notify_one();
        return oldest;
    }

  private:
    std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable not_empty_, not_full_;
    std::deque<int> values_;
};

template <typename Buffer>
void hand_over(benchmark::State& state) {
    Buffer buffer(static_cast<std::size_t>(state.range(0)));
    std::thread producer([&buffer, values = state.max_iterations] {
        for (benchmark::IterationCount i = 0; i < values; ++i) (void)buffer.push(1);
    });
    for (auto _ : state) benchmark::DoNotOptimize(buffer.pop());
    producer.join();
}

BENCHMARK(hand_over<fearless::BoundedBuffer<int>>)
    ->Name("bounded_buffer: hand over, 1024 places/ours")
    ->Arg(1024)
    ->UseRealTime();
BENCHMARK(hand_over<Standard>)
    ->Name("bounded_buffer: hand over, 1024 places/std::condition_variable")
    ->Arg(1024)
    ->UseRealTime();
BENCHMARK(hand_over<fearless::BoundedBuffer<int>>)
    ->Name("bounded_buffer: hand over, 1 place/ours")
    ->Arg(1)
    ->UseRealTime();
BENCHMARK(hand_over<Standard>)
    ->Name("bounded_buffer: hand over, 1 place/std::condition_variable")
    ->Arg(1)
    ->UseRealTime();

}  // namespace
