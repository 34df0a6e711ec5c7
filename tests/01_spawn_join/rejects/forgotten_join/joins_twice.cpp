// verdict: exception
// test: ForgottenJoin.the_task_is_done_when_the_function_returns
// why: After the first join the std::thread names no thread, so the second one throws.

    // [run_on_a_thread]
    std::thread worker(task);
    worker.join();
    worker.join();
    // [run_on_a_thread]
