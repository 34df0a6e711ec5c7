// verdict: crash
// why: More than std::system_error can be thrown between start and join.

#include <system_error>

    // [run_all]
    std::vector<std::thread> threads;
    try {
        for (const Job& job : jobs) threads.emplace_back(job);
    } catch (const std::system_error&) {
        for (std::thread& thread : threads) thread.join();
        throw;
    }
    for (std::thread& thread : threads) thread.join();
    // [run_all]
