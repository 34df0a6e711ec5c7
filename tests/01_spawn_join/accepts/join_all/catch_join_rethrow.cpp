// why: By hand: join what runs, then throw the same exception again.

    // [run_all]
    std::vector<std::thread> threads;
    const auto join_all = [&threads] {
        for (std::thread& thread : threads) thread.join();
    };
    try {
        for (const Job& job : jobs) threads.emplace_back(job);
    } catch (...) {
        join_all();
        throw;
    }
    join_all();
    // [run_all]
