// What is measured of reader/writer locks: threads that read an int under the lock, and threads
// that write it now and then.
#pragma once

#include <benchmark/benchmark.h>

#include <string>

namespace rw_lock_bench {

// A value behind a lock like RwLock<int>.
template <typename Lock>
class Ours {
  public:
    int read() {
        return value_.with_read([](const int& value) { return value; });
    }
    void write() {
        value_.with_write([](int& value) { ++value; });
    }

  private:
    Lock value_{0};
};

template <typename Shared>
void read_only(benchmark::State& state) {
    alignas(64) static Shared shared;
    for (auto _ : state) benchmark::DoNotOptimize(shared.read());
}

template <typename Shared>
void write_one_in_a_hundred(benchmark::State& state) {
    alignas(64) static Shared shared;
    int turn = 0;
    for (auto _ : state) {
        if (++turn % 100 == 0) {
            shared.write();
        } else {
            benchmark::DoNotOptimize(shared.read());
        }
    }
}

using Function = void (*)(benchmark::State&);

inline void register_rw_lock(const std::string& who, Function only_reads,
                             Function one_in_a_hundred) {
    benchmark::RegisterBenchmark(("rw_lock: read/" + who).c_str(), only_reads)
        ->ThreadRange(1, 2)
        ->UseRealTime();
    benchmark::RegisterBenchmark(("rw_lock: 1 write in 100/" + who).c_str(), one_in_a_hundred)
        ->ThreadRange(1, 2)
        ->UseRealTime();
}

template <typename Shared>
void register_rw_lock(const std::string& who) {
    register_rw_lock(who, read_only<Shared>, write_one_in_a_hundred<Shared>);
}

}  // namespace rw_lock_bench
