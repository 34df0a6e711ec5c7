// verdict: not_concurrent
// why: A std::jthread that is local to the loop joins at the end of each round.

    // [run_all_at_once]
    for (const auto& task : tasks) std::jthread worker(task);
    // [run_all_at_once]
