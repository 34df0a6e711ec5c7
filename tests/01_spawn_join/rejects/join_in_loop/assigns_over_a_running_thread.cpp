// verdict: crash
// why: Assigning to a std::thread that is still joinable ends the program.

    // [run_all_at_once]
    std::thread worker;
    for (const auto& task : tasks) worker = std::thread(task);
    worker.join();
    // [run_all_at_once]
