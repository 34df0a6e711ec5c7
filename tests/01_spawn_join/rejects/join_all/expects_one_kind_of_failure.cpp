// verdict: crash
// why: More than std::system_error can be thrown between start and join.

#include <functional>
#include <system_error>
#include <thread>
#include <vector>

using Job = std::function<void()>;

// Runs every job on a thread of its own, all of them at the same time; each thread owns a copy of
// its job. When the function returns, every job is done and every thread has ended.
//
// Starting a thread can throw: the system may have none to give, or the copy of the job may fail.
// Then no further job is started, the threads that already run are joined, and the exception goes
// on to the caller. The jobs themselves do not throw.
void run_all(const std::vector<Job>& jobs) {
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
}
