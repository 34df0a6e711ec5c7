// verdict: leak
// test: JoinAll.every_job_is_done_in_every_order
// why: Threads in a vector that nobody deletes are neither joined nor destroyed.

    // [run_all]
    auto& threads = *new std::vector<std::thread>;
    for (const Job& job : jobs) threads.emplace_back(job);
    for (std::thread& thread : threads) thread.join();
    // [run_all]
