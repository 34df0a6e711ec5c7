// RwLock beside std::shared_mutex, and beside a plain mutex, which is what a reader/writer lock has
// to beat where it is used for short reads.
#include <benchmark/benchmark.h>

#include <fearless/mutex.hpp>
#include <fearless/rw_lock.hpp>
#include <mutex>
#include <shared_mutex>

namespace {

class Ours {
  public:
    int read() {
        return value_.with_read([](const int& value) { return value; });
    }
    void write() {
        value_.with_write([](int& value) { ++value; });
    }

  private:
    fearless::RwLock<int> value_{0};
};

class Standard {
  public:
    int read() {
        const std::shared_lock hold(mutex_);
        return value_;
    }
    void write() {
        const std::unique_lock hold(mutex_);
        ++value_;
    }

  private:
    std::shared_mutex mutex_;
    int value_ = 0;
};

class Plain {
  public:
    int read() {
        return value_.with([](int& value) { return value; });
    }
    void write() {
        value_.with([](int& value) { ++value; });
    }

  private:
    fearless::Mutex<int> value_{0};
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

BENCHMARK(read_only<Ours>)->Name("rw_lock: read/ours")->ThreadRange(1, 2)->UseRealTime();
BENCHMARK(read_only<Standard>)
    ->Name("rw_lock: read/std::shared_mutex")
    ->ThreadRange(1, 2)
    ->UseRealTime();
BENCHMARK(read_only<Plain>)->Name("rw_lock: read/Mutex<T>")->ThreadRange(1, 2)->UseRealTime();

BENCHMARK(write_one_in_a_hundred<Ours>)
    ->Name("rw_lock: 1 write in 100/ours")
    ->ThreadRange(1, 2)
    ->UseRealTime();
BENCHMARK(write_one_in_a_hundred<Standard>)
    ->Name("rw_lock: 1 write in 100/std::shared_mutex")
    ->ThreadRange(1, 2)
    ->UseRealTime();
BENCHMARK(write_one_in_a_hundred<Plain>)
    ->Name("rw_lock: 1 write in 100/Mutex<T>")
    ->ThreadRange(1, 2)
    ->UseRealTime();

}  // namespace
