// verdict: exception
// why: A wait that was stopped has nothing to take.

    // [acquire_stop]
    auto permits = permits_.lock();
    const bool came = released_.wait(permits, std::move(stop), any);
    --*permits;
    return came;
    // [acquire_stop]
