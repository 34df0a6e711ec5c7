// verdict: not_concurrent
// why: One thread at a time leaves nothing to clean up, and nothing is concurrent.

    // [run_all]
    for (const Job& job : jobs) std::thread(job).join();
    // [run_all]
