// verdict: not_concurrent
// why: Right results, one core.

    // [run_all_at_once]
    for (const auto& task : tasks) task();
    // [run_all_at_once]
