// verdict: livelock
// test: Semaphore.a_stop_request_ends_the_wait_for_a_permit
// says: a request to stop has to end it
// why: The request stays, so a wait that begins anew ends at once, for ever.

    // [acquire_stop]
    auto permits = permits_.lock();
    while (!released_.wait(permits, stop, any)) {
    }
    --*permits;
    return true;
    // [acquire_stop]
