// verdict: crash
// why: Only the last thread is joined; the others are destroyed joinable.

    // [run_all]
    std::vector<std::thread> threads;
    try {
        for (const Job& job : jobs) threads.emplace_back(job);
    } catch (...) {
        if (!threads.empty()) threads.back().join();
        throw;
    }
    for (std::thread& thread : threads) thread.join();
    // [run_all]
