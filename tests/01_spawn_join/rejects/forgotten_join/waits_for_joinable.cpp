// verdict: timeout
// why: joinable() says that nobody has joined yet, not that the thread runs.

    // [run_on_a_thread]
    std::thread worker(task);
    while (worker.joinable()) std::this_thread::yield();
    // [run_on_a_thread]
