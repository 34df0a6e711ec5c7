// verdict: wrong_result
// why: Called "to be sure" in both places.

    // [run_on_a_thread]
    std::thread worker(task);
    worker.join();
    task();
    // [run_on_a_thread]
