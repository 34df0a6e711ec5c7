// verdict: not_concurrent
// why: Waiting is what detach is there to avoid.

        // [detach]
        thread_.join();
        // [detach]
