// why: std::jthread joins in its destructor.

    // [run_on_a_thread]
    std::jthread worker(task);
    // [run_on_a_thread]
