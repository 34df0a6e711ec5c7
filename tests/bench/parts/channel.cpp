// channel and sync_channel beside the same channel made of a std::mutex, a std::condition_variable
// and a std::deque: values that flow from several threads to one, and values that go there and
// back.
#include <benchmark/benchmark.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <fearless/channel.hpp>
#include <fearless/sync_channel.hpp>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

// The channel that everybody writes first.
class Standard {
  public:
    explicit Standard(std::size_t capacity) : capacity_(capacity) {}

    void send(int value) {
        {
            std::unique_lock hold(mutex_);
            not_full_.wait(hold, [this] { return values_.size() < capacity_; });
            values_.push_back(value);
        }
        not_empty_.notify_one();
    }

    int recv() {
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
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable not_empty_, not_full_;
    std::deque<int> values_;
};

// The two ends of one, as the others have them.
struct StandardSender {
    std::shared_ptr<Standard> shared;
    void send(int value) const { shared->send(value); }
};
struct StandardReceiver {
    std::shared_ptr<Standard> shared;
    int recv() const { return shared->recv(); }
};

constexpr std::size_t no_bound = std::numeric_limits<std::size_t>::max();

template <std::size_t capacity>
auto ours() {
    if constexpr (capacity == no_bound) {
        return fearless::channel<int>();
    } else {
        return fearless::sync_channel<int>(capacity);
    }
}

template <std::size_t capacity>
auto standard() {
    const auto shared = std::make_shared<Standard>(capacity);
    return std::pair(StandardSender{shared}, StandardReceiver{shared});
}

// Values from state.range(0) threads.
template <auto make>
void flow(benchmark::State& state) {
    auto [tx, rx] = make();
    const auto senders = state.range(0);
    std::vector<std::jthread> threads;
    for (auto id = senders; id > 0; --id) {
        const auto share = state.max_iterations / senders + (id <= state.max_iterations % senders);
        threads.emplace_back([tx = tx, share] {
            for (benchmark::IterationCount i = 0; i < share; ++i) (void)tx.send(1);
        });
    }
    for (auto _ : state) benchmark::DoNotOptimize(rx.recv());
}

// One value to another thread and back.
template <auto make>
void ping_pong(benchmark::State& state) {
    auto [there, far] = make();
    auto [back, near] = make();
    std::jthread other(
        [far = std::move(far), back = std::move(back), values = state.max_iterations]() mutable {
            for (benchmark::IterationCount i = 0; i < values; ++i) {
                benchmark::DoNotOptimize(far.recv());
                (void)back.send(1);
            }
        });
    for (auto _ : state) {
        (void)there.send(1);
        benchmark::DoNotOptimize(near.recv());
    }
}

// Each with 1, 2 and 4 senders.
template <auto make>
void register_flow(const std::string& what, const std::string& who) {
    for (const int senders : {1, 2, 4}) {
        const std::string name = what + ", " + std::to_string(senders) + " senders/" + who;
        benchmark::RegisterBenchmark(name.c_str(), flow<make>)->Arg(senders)->UseRealTime();
    }
}

[[maybe_unused]] const bool registered = [] {
    register_flow<ours<no_bound>>("channel: flow", "ours");
    register_flow<standard<no_bound>>("channel: flow", "std::condition_variable");
    register_flow<ours<1024>>("sync_channel: flow, 1024 places", "ours");
    register_flow<standard<1024>>("sync_channel: flow, 1024 places", "std::condition_variable");
    return true;
}();

BENCHMARK(flow<ours<0>>)->Name("sync_channel: flow, no place/ours")->Arg(1)->UseRealTime();
BENCHMARK(flow<standard<1>>)
    ->Name("sync_channel: flow, no place/std::condition_variable with 1 place")
    ->Arg(1)
    ->UseRealTime();
BENCHMARK(ping_pong<ours<no_bound>>)->Name("channel: there and back/ours")->UseRealTime();
BENCHMARK(ping_pong<standard<no_bound>>)
    ->Name("channel: there and back/std::condition_variable")
    ->UseRealTime();

}  // namespace
