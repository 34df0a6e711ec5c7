// verdict: crash
// why: The two ids always differ, so the join is skipped.

    // [run_on_a_thread]
    std::thread worker(task);
    if (worker.get_id() == std::this_thread::get_id()) worker.join();
    // [run_on_a_thread]
