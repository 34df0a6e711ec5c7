// Threads that come and go. Exit status 42 if each did its work.
#include <atomic>
#include <thread>
#include <vector>

#include "victim.hpp"

int main() {
    announce();
    std::atomic<int> done = 0;
    for (int round = 0; round < 500; ++round) {
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) threads.emplace_back([&] { ++done; });
        for (std::thread& thread : threads) thread.join();
    }
    return done == 2000 ? 42 : 1;
}
