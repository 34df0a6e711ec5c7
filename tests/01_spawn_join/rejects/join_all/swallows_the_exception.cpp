// verdict: wrong_result
// test: JoinAll.the_exception_goes_on_to_the_caller
// why: Everything is joined, but the caller never hears that a job was not started.

    // [run_all]
    std::vector<std::thread> threads;
    try {
        for (const Job& job : jobs) threads.emplace_back(job);
    } catch (...) {
    }
    for (std::thread& thread : threads) thread.join();
    // [run_all]
