// What sleeping and waking cost: two threads hand a word to and fro, and wait for it in different
// ways. docs/sleeping.md shows the figures; tools/sleeping_figures.sh takes them anew.
#include <benchmark/benchmark.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/raw_mutex.hpp>
#include <mutex>
#include <thread>

namespace {

struct Parking {
    void wait_while(std::uint32_t value) {
        while (word.load(std::memory_order_acquire) == value) fearless::park(word, value);
    }
    void set(std::uint32_t value) {
        word.store(value, std::memory_order_release);
        fearless::unpark_one(word);
    }
    fearless::ParkWord word = 0;
};

struct Yielding {
    void wait_while(std::uint32_t value) {
        while (word.load(std::memory_order_acquire) == value) std::this_thread::yield();
    }
    void set(std::uint32_t value) { word.store(value, std::memory_order_release); }
    std::atomic<std::uint32_t> word = 0;
};

struct Spinning {
    void wait_while(std::uint32_t value) {
        while (word.load(std::memory_order_acquire) == value) __builtin_ia32_pause();
    }
    void set(std::uint32_t value) { word.store(value, std::memory_order_release); }
    std::atomic<std::uint32_t> word = 0;
};

struct AtomicWait {
    void wait_while(std::uint32_t value) { word.wait(value, std::memory_order_acquire); }
    void set(std::uint32_t value) {
        word.store(value, std::memory_order_release);
        word.notify_one();
    }
    std::atomic<std::uint32_t> word = 0;
};

struct Condition {
    void wait_while(std::uint32_t value) {
        std::unique_lock hold(mutex);
        changed.wait(hold, [&] { return word != value; });
    }
    void set(std::uint32_t value) {
        {
            const std::lock_guard hold(mutex);
            word = value;
        }
        changed.notify_one();
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::uint32_t word = 0;
};

// There and back once for each turn of the loop; the value 2 ends the other thread.
template <typename Way>
void to_and_fro(benchmark::State& state) {
    Way there, back;
    std::thread other([&] {
        for (std::uint32_t turn = 0;; turn ^= 1) {
            there.wait_while(turn);
            if (there.word == 2) return;
            back.set(turn ^ 1);
        }
    });
    std::uint32_t turn = 0;
    for (auto _ : state) {
        there.set(turn ^ 1);
        back.wait_while(turn);
        turn ^= 1;
    }
    there.set(2);
    other.join();
}

void lock_and_unlock(benchmark::State& state) {
    fearless::RawMutex mutex;
    for (auto _ : state) {
        mutex.lock();
        benchmark::ClobberMemory();
        mutex.unlock();
    }
}

void wake_nobody(benchmark::State& state) {
    fearless::ParkWord word = 0;
    for (auto _ : state) fearless::unpark_one(word);
}

void give_way(benchmark::State& state) {
    for (auto _ : state) std::this_thread::yield();
}

BENCHMARK(to_and_fro<Parking>)->Name("sleep: to and fro/ours")->UseRealTime();
BENCHMARK(to_and_fro<AtomicWait>)->Name("sleep: to and fro/std::atomic::wait")->UseRealTime();
BENCHMARK(to_and_fro<Condition>)->Name("sleep: to and fro/std::condition_variable")->UseRealTime();
BENCHMARK(to_and_fro<Yielding>)->Name("sleep: to and fro/yield in a loop")->UseRealTime();
BENCHMARK(to_and_fro<Spinning>)->Name("sleep: to and fro/spin")->UseRealTime();
BENCHMARK(lock_and_unlock)->Name("sleep: to and fro/a lock that is free")->UseRealTime();
BENCHMARK(wake_nobody)->Name("sleep: to and fro/unpark_one, nobody asleep")->UseRealTime();
BENCHMARK(give_way)->Name("sleep: to and fro/one yield")->UseRealTime();

}  // namespace
