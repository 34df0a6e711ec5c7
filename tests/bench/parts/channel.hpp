// What is measured of channels: values that flow from several threads to one, and values that go
// there and back. Every peer sends an int, from as many threads, with the same bound.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace channel_bench {

constexpr std::size_t no_bound = std::numeric_limits<std::size_t>::max();
constexpr std::size_t bound = 1024;

// The two ends of a queue that has no ends of its own.
template <typename Queue>
struct SendingEnd {
    std::shared_ptr<Queue> queue;
    void send(int value) const { queue->send(value); }
};
template <typename Queue>
struct ReceivingEnd {
    std::shared_ptr<Queue> queue;
    int recv() const { return queue->recv(); }
};

template <typename Queue, std::size_t... capacity>
auto ends_of() {
    const auto queue = std::make_shared<Queue>(capacity...);
    return std::pair(SendingEnd<Queue>{queue}, ReceivingEnd<Queue>{queue});
}

// Values from state.range(0) threads; make() gives the two ends.
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
void there_and_back(benchmark::State& state) {
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

// Set, not found out by time: every peer hands over as many values, and a list that grows grows for
// all of them as far.
constexpr benchmark::IterationCount values_that_flow = 1'000'000;
constexpr benchmark::IterationCount meetings = 20'000;

using Function = void (*)(benchmark::State&);

// Names of `what`, for register_flow.
constexpr const char* unbounded = "channel: flow";
constexpr const char* bounded = "sync_channel: flow, 1024 places";
constexpr const char* rendezvous = "sync_channel: flow, no place";

inline void register_flow(const std::string& what, const std::string& who, Function function,
                          const std::vector<int>& all_senders = {1, 2, 4}) {
    for (const int senders : all_senders) {
        const std::string from = std::to_string(senders) + (senders == 1 ? " sender" : " senders");
        benchmark::RegisterBenchmark((what + ", " + from + "/" + who).c_str(), function)
            ->Arg(senders)
            ->Iterations(what == rendezvous ? meetings : values_that_flow)
            ->UseRealTime();
    }
}

inline void register_there_and_back(const std::string& who, Function function) {
    benchmark::RegisterBenchmark(("channel: there and back/" + who).c_str(), function)
        ->Iterations(meetings)
        ->UseRealTime();
}

}  // namespace channel_bench
