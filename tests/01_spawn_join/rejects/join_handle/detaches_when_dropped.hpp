// verdict: wrong_result
// test: JoinHandle.a_dropped_handle_has_waited_in_every_order
// why: Rust drops a JoinHandle this way; ours promises that no thread outlives it.

        // [destructor]
        if (thread_.joinable()) thread_.detach();
        // [destructor]
