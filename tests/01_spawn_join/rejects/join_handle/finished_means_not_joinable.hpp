// verdict: wrong_result
// test: JoinHandle.is_finished_does_not_wait_and_tells_the_truth
// says: the thread had ended
// why: joinable() says that nobody has joined yet, not that the thread runs.

        // [is_finished]
        return !thread_.joinable();
        // [is_finished]
