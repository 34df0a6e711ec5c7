// The wrong-lock family: one thread guards a value with a mutex that the others do not use.
#pragma once

#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

// Starts one thread that expects to be alone with the value and `others` threads that change it.
template <int others>
void run_wronglock(std::mutex& mutex_of_one, std::mutex& mutex_of_others) {
    static std::atomic<int> value = 0;

    auto expect_to_be_alone = [&mutex_of_one] {
        std::lock_guard guard(mutex_of_one);
        const int before = value;
        ++value;
        assert(value == before + 1);
    };
    auto change = [&mutex_of_others] {
        std::lock_guard guard(mutex_of_others);
        ++value;
    };

    std::vector<std::thread> started;
    started.emplace_back(expect_to_be_alone);
    for (int i = 0; i < others; ++i) started.emplace_back(change);
    for (std::thread& thread : started) thread.join();
}
