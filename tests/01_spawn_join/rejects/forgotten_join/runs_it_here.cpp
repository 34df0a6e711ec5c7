// verdict: wrong_result
// test: ForgottenJoin.the_task_runs_on_a_thread_of_its_own
// says: the calling thread ran the task
// why: Calling the task waits for it too, but no thread is started.

    // [run_on_a_thread]
    task();
    // [run_on_a_thread]
