// verdict: wrong_result
// test: JoinHandle.a_dropped_handle_has_waited_in_every_order
// why: A join saved where the flag is up already: the thread may still be destroying what it owns.

        // [destructor]
        if (!thread_.joinable()) return;
        if (is_finished()) {
            thread_.detach();
        } else {
            thread_.join();
        }
        // [destructor]
