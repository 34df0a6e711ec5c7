// why: Joins only what was started, and keeps the exception until then.

#include <cstddef>
#include <exception>

    // [run_all]
    std::vector<std::thread> threads(jobs.size());
    std::exception_ptr failure;
    try {
        for (std::size_t i = 0; i < jobs.size(); ++i) threads[i] = std::thread(jobs[i]);
    } catch (...) {
        failure = std::current_exception();
    }
    for (std::thread& thread : threads) {
        if (thread.joinable()) thread.join();
    }
    if (failure) std::rethrow_exception(failure);
    // [run_all]
