// Threads that come and go. Exit status 42 if each did its work.
#include <atomic>
#include <thread>
#include <vector>

#include "victim.hpp"

// A thread costs ThreadSanitizer twenty times what it costs otherwise.
#ifdef __SANITIZE_THREAD__
constexpr int kRounds = 100;
#else
constexpr int kRounds = 500;
#endif

int main() {
    announce();
    std::atomic<int> done = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) threads.emplace_back([&] { ++done; });
        for (std::thread& thread : threads) thread.join();
    }
    return done == 4 * kRounds ? 42 : 1;
}
