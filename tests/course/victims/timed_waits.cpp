// Timed waits of several kinds, over and over. Exit status 42 if none of them ended early.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

#include "victim.hpp"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
constexpr auto kPause = 2ms;
std::atomic<bool> early = false;

template <class Wait>
void repeat(Wait wait) {
    for (int i = 0; i < 200; ++i) {
        const auto start = Clock::now();
        wait();
        if (Clock::now() - start < kPause) early = true;
    }
}

void wait_for_condition() {
    std::mutex lock;
    std::condition_variable changed;
    repeat([&] {
        std::unique_lock hold(lock);
        if (changed.wait_for(hold, kPause, [] { return false; })) early = true;
    });
}

void wait_for_semaphore() {
    std::binary_semaphore never(0);
    repeat([&] {
        if (never.try_acquire_for(kPause)) early = true;
    });
}

}  // namespace

int main() {
    announce();
    std::vector<std::thread> threads;
    threads.emplace_back([] { repeat([] { std::this_thread::sleep_for(kPause); }); });
    threads.emplace_back(wait_for_condition);
    threads.emplace_back(wait_for_semaphore);
    for (std::thread& thread : threads) thread.join();
    return early ? 1 : 42;
}
