// verdict: wrong_result
// test: JoinAll.no_job_is_started_after_the_failure
// why: The jobs after the failure are started although the contract says no.

#include <exception>
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
    std::vector<std::jthread> threads;
    std::exception_ptr failure;
    for (const Job& job : jobs) {
        try {
            threads.emplace_back(job);
        } catch (...) {
            failure = std::current_exception();
        }
    }
    threads.clear();
    if (failure) std::rethrow_exception(failure);
    // [run_all]
}
