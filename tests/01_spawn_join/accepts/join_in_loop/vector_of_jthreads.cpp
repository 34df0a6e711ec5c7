// why: The destructors of the vector's elements join, after the loop.

    // [run_all_at_once]
    std::vector<std::jthread> workers;
    for (const auto& task : tasks) workers.emplace_back(task);
    // [run_all_at_once]
