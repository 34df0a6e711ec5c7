// What is measured of mutexes: a counter that several threads count up under the lock. The lock and
// the counter have cache lines of their own.
#pragma once

#include <benchmark/benchmark.h>

#include <string>

namespace mutex_bench {

template <typename Counter>
void lock_count_unlock(benchmark::State& state) {
    alignas(64) static Counter counter;
    for (auto _ : state) counter.count();
}

inline void register_mutex(const std::string& who, void (*function)(benchmark::State&)) {
    benchmark::RegisterBenchmark(("mutex: lock, count, unlock/" + who).c_str(), function)
        ->Threads(1)
        ->Threads(2)
        ->Threads(4)
        ->UseRealTime();
}

}  // namespace mutex_bench
