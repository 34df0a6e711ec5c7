// Never stands still: two pairs of threads hand a turn to and fro for ever, one by a condition
// variable, one by an atomic. Almost always, all but one or two of them sleep.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "victim.hpp"

namespace {

std::mutex lock;
std::condition_variable changed;
int turn = 0;
std::atomic<int> value = 0;

void by_condition(int mine) {
    for (;;) {
        std::unique_lock hold(lock);
        changed.wait(hold, [&] { return turn == mine; });
        turn = 1 - mine;
        changed.notify_one();
    }
}

void by_atomic(int mine) {
    for (;;) {
        value.wait(1 - mine);
        value = 1 - mine;
        value.notify_one();
    }
}

}  // namespace

int main(int argc, char**) {
    announce();
    auto* play = argc > 1 ? by_condition : by_atomic;
    std::thread one(play, 0);
    std::thread two(play, 1);
    one.join();
    two.join();
}
