// verdict: wrong_result
// test: ForgottenJoin.the_task_is_done_when_the_function_returns
// why: A std::thread on the heap that nobody deletes complains of nothing and waits for nothing.

    // [run_on_a_thread]
    auto* worker = new std::thread(task);
    static_cast<void>(worker);
    // [run_on_a_thread]
