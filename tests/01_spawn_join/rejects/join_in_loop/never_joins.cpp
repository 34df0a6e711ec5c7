// verdict: crash
// why: The vector destroys std::threads that are still joinable.

    // [run_all_at_once]
    std::vector<std::thread> workers;
    for (const auto& task : tasks) workers.emplace_back(task);
    // [run_all_at_once]
