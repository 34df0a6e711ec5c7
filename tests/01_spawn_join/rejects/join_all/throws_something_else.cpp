// verdict: wrong_result
// test: JoinAll.the_exception_goes_on_to_the_caller
// why: The caller gets an exception, but not the one that says what went wrong.

#include <stdexcept>

    // [run_all]
    std::vector<std::thread> threads;
    bool failed = false;
    try {
        for (const Job& job : jobs) threads.emplace_back(job);
    } catch (...) {
        failed = true;
    }
    for (std::thread& thread : threads) thread.join();
    if (failed) throw std::runtime_error("a job could not be started");
    // [run_all]
