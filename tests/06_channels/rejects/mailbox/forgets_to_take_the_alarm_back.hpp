// verdict: wrong_result
// why: A sender rings an alarm whose thread has left.

        // [unwatch]
        (void)state_.lock();
        // [unwatch]
