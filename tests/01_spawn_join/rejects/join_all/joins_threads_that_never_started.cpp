// verdict: wrong_result
// test: JoinAll.the_exception_goes_on_to_the_caller
// why: Joining a std::thread that names no thread throws, in place of the real failure.

#include <cstddef>
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
    std::vector<std::thread> threads(jobs.size());
    std::exception_ptr failure;
    try {
        for (std::size_t i = 0; i < jobs.size(); ++i) threads[i] = std::thread(jobs[i]);
    } catch (...) {
        failure = std::current_exception();
    }
    for (std::thread& thread : threads) thread.join();
    if (failure) std::rethrow_exception(failure);
    // [run_all]
}
