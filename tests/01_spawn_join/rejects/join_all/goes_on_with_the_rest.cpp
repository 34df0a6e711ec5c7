// verdict: wrong_result
// test: JoinAll.no_job_is_started_after_the_failure
// why: The jobs after the failure are started although the contract says no.

#include <exception>

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
