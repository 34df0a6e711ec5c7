// verdict: wrong_result
// test: JoinInLoop.every_task_is_done_in_every_order
// why: Every task is under way at once, and nobody waits for any of them.

    // [run_all_at_once]
    for (const auto& task : tasks) std::thread(task).detach();
    // [run_all_at_once]
