// Arc beside std::shared_ptr.
#include <benchmark/benchmark.h>

#include <fearless/arc.hpp>
#include <memory>

namespace {

// One owner for each kind, which all threads copy.
const fearless::Arc<int>& shared_value(fearless::Arc<int>*) {
    static const fearless::Arc<int> value = fearless::make_arc<int>(7);
    return value;
}
const std::shared_ptr<const int>& shared_value(std::shared_ptr<const int>*) {
    static const std::shared_ptr<const int> value = std::make_shared<const int>(7);
    return value;
}

template <typename Owner>
void clone_and_drop(benchmark::State& state) {
    const Owner& value = shared_value(static_cast<Owner*>(nullptr));
    for (auto _ : state) {
        const Owner copy = value;
        benchmark::DoNotOptimize(copy.get());
    }
}

template <typename Owner, auto make>
void make_and_destroy(benchmark::State& state) {
    for (auto _ : state) {
        const Owner owner = make(7);
        benchmark::DoNotOptimize(owner.get());
    }
}

constexpr auto make_ours = [](int value) { return fearless::make_arc<int>(value); };
constexpr auto make_peer = [](int value) { return std::make_shared<const int>(value); };

BENCHMARK(clone_and_drop<fearless::Arc<int>>)
    ->Name("arc: clone and drop/ours")
    ->ThreadRange(1, 2)
    ->UseRealTime();
BENCHMARK(clone_and_drop<std::shared_ptr<const int>>)
    ->Name("arc: clone and drop/std::shared_ptr")
    ->ThreadRange(1, 2)
    ->UseRealTime();
BENCHMARK((make_and_destroy<fearless::Arc<int>, make_ours>))
    ->Name("arc: make and destroy/ours")
    ->UseRealTime();
BENCHMARK((make_and_destroy<std::shared_ptr<const int>, make_peer>))
    ->Name("arc: make and destroy/std::shared_ptr")
    ->UseRealTime();

}  // namespace
