// verdict: not_concurrent
// why: All tasks are on another thread, but on the same one, one after another.

    // [run_all_at_once]
    std::thread worker([tasks] {
        for (const auto& task : tasks) task();
    });
    worker.join();
    // [run_all_at_once]
