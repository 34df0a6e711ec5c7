// What is measured of shared owners of an int: a copy of one that all threads have, and a new one.
#pragma once

#include <benchmark/benchmark.h>

#include <string>

namespace arc_bench {

template <auto make>
void clone_and_drop(benchmark::State& state) {
    static const auto value = make(7);
    for (auto _ : state) {
        const auto copy = value;
        benchmark::DoNotOptimize(copy.get());
    }
}

template <auto make>
void make_and_destroy(benchmark::State& state) {
    for (auto _ : state) {
        const auto owner = make(7);
        benchmark::DoNotOptimize(owner.get());
    }
}

using Function = void (*)(benchmark::State&);

inline void register_arc(const std::string& who, Function clones, Function makes) {
    benchmark::RegisterBenchmark(("arc: clone and drop/" + who).c_str(), clones)
        ->ThreadRange(1, 2)
        ->UseRealTime();
    benchmark::RegisterBenchmark(("arc: make and destroy/" + who).c_str(), makes)->UseRealTime();
}

template <auto make>
void register_arc(const std::string& who) {
    register_arc(who, clone_and_drop<make>, make_and_destroy<make>);
}

}  // namespace arc_bench
