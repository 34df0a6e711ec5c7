// verdict: compile_error
// says: This copies a std::thread, which cannot be copied.
// why: The loop over the threads makes a copy of each.

    // [run_all_at_once]
    std::vector<std::thread> workers;
    for (const auto& task : tasks) workers.emplace_back(task);
    for (std::thread worker : workers) worker.join();
    // [run_all_at_once]
