// verdict: wrong_result
// test: JoinAll.the_exception_goes_on_to_the_caller
// why: Joining a std::thread that names no thread throws, in place of the real failure.

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
    for (std::thread& thread : threads) thread.join();
    if (failure) std::rethrow_exception(failure);
    // [run_all]
