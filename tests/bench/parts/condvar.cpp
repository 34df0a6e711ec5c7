// Condvar beside std::condition_variable: a turn that goes to another thread and comes back, and a
// notification for nobody.
#include <benchmark/benchmark.h>

#include <condition_variable>
#include <fearless/condvar.hpp>
#include <mutex>
#include <thread>

namespace {

class Ours {
  public:
    // Waits for the turn of `player` and gives it to the next one.
    void pass(int player, int next) {
        {
            auto turn = turn_.lock();
            changed_.wait(turn, [player](const int& now) { return now == player; });
            *turn = next;
        }
        changed_.notify_one();
    }
    void notify() { changed_.notify_one(); }

  private:
    fearless::Mutex<int> turn_{0};
    fearless::Condvar changed_;
};

class Standard {
  public:
    void pass(int player, int next) {
        {
            std::unique_lock hold(mutex_);
            changed_.wait(hold, [&] { return turn_ == player; });
            turn_ = next;
        }
        changed_.notify_one();
    }
    void notify() { changed_.notify_one(); }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int turn_ = 0;
};

constexpr int main_player = 0, other_player = 1;

template <typename Table>
void ping_pong(benchmark::State& state) {
    Table table;
    std::thread other([&table, rounds = state.max_iterations] {
        for (benchmark::IterationCount i = 0; i < rounds; ++i) {
            table.pass(other_player, main_player);
        }
    });
    for (auto _ : state) table.pass(main_player, other_player);
    other.join();
}

template <typename Table>
void notify_nobody(benchmark::State& state) {
    Table table;
    for (auto _ : state) table.notify();
}

BENCHMARK(ping_pong<Ours>)->Name("condvar: ping-pong/ours")->UseRealTime();
BENCHMARK(ping_pong<Standard>)->Name("condvar: ping-pong/std::condition_variable")->UseRealTime();
BENCHMARK(notify_nobody<Ours>)->Name("condvar: notify nobody/ours");
BENCHMARK(notify_nobody<Standard>)->Name("condvar: notify nobody/std::condition_variable");

}  // namespace
