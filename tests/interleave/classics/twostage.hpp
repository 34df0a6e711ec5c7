// The two-stage family: writers fill in two values one after the other, a reader compares them.
#pragma once

#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

enum class Stages {
    apart,   // a writer lets the first mutex go before it takes the second
    nested,  // a writer holds the first mutex until both values are there
};

// Starts `threads - 1` writers and one reader.
template <int threads, Stages stages>
void run_twostage() {
    static std::mutex first_mutex;
    static std::mutex second_mutex;
    static int first = 0;
    static int second = 0;

    auto write = [] {
        std::unique_lock first_lock(first_mutex);
        first = 1;
        if (stages == Stages::apart) first_lock.unlock();
        std::lock_guard second_guard(second_mutex);
        second = 2;
    };
    auto read = [] {
        std::unique_lock first_lock(first_mutex);
        const int seen = first;
        first_lock.unlock();
        if (seen == 0) return;
        std::lock_guard second_guard(second_mutex);
        assert(second == seen + 1);
    };

    std::vector<std::thread> started;
    for (int i = 0; i < threads - 1; ++i) started.emplace_back(write);
    started.emplace_back(read);
    for (std::thread& thread : started) thread.join();
}
