// verdict: exception
// why: A wait that gave up has nothing to take.

    // [try_acquire_for]
    auto permits = permits_.lock();
    const bool came = released_.wait_for(permits, time, any);
    --*permits;
    return came;
    // [try_acquire_for]
