// The reorder family: setters that write two variables and a checker that reads them.
#pragma once

#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

// Stands in for a mutex where the program takes none.
struct NoMutex {
    void lock() {}
    void unlock() {}
};

// Starts `threads - 1` setters and one checker. With NoMutex the checker can look between the two
// stores of a setter.
template <int threads, class Mutex>
void run_reorder() {
    static std::atomic<int> a = 0;
    static std::atomic<int> b = 0;
    static Mutex pair_mutex;

    auto set = [] {
        std::lock_guard guard(pair_mutex);
        a = 1;
        b = -1;
    };
    auto check = [] {
        std::lock_guard guard(pair_mutex);
        assert((a == 0 && b == 0) || (a == 1 && b == -1));
    };

    std::vector<std::thread> started;
    for (int i = 0; i < threads - 1; ++i) started.emplace_back(set);
    started.emplace_back(check);
    for (std::thread& thread : started) thread.join();
}
