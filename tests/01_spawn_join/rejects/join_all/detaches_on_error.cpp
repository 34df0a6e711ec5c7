// verdict: wrong_result
// test: JoinAll.the_jobs_that_run_are_done_in_every_order_when_the_next_one_fails
// why: Detached, the jobs are still at work when the caller hears of the failure.

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
