// verdict: wrong_result
// test: ForgottenJoin.the_task_is_done_when_the_function_returns
// why: A static std::jthread joins when the program ends or at the next call.

    // [run_on_a_thread]
    static std::jthread worker;
    worker = std::jthread(task);
    // [run_on_a_thread]
