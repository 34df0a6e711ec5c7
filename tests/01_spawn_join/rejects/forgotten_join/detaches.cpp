// verdict: wrong_result
// test: ForgottenJoin.the_task_is_done_when_the_function_returns
// why: Detaching silences std::terminate, but nobody waits for the task any more.

    // [run_on_a_thread]
    std::thread worker(task);
    worker.detach();
    // [run_on_a_thread]
