// verdict: wrong_result
// test: JoinInLoop.every_task_is_done_in_every_order
// why: The thread that was started last need not be the one that ends last.

    // [run_all_at_once]
    std::thread worker;
    for (const auto& task : tasks) {
        if (worker.joinable()) worker.detach();
        worker = std::thread(task);
    }
    if (worker.joinable()) worker.join();
    // [run_all_at_once]
