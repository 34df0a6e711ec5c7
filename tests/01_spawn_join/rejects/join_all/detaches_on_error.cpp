// verdict: wrong_result
// test: JoinAll.the_jobs_that_run_are_done_in_every_order_when_the_next_one_fails
// why: Detached, the jobs are still at work when the caller hears of the failure.

#include <functional>
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
    } catch (...) {
        for (std::thread& thread : threads) thread.detach();
        throw;
    }
    for (std::thread& thread : threads) thread.join();
    // [run_all]
}
