// verdict: data_race
// why: It waits for a permit and leaves it where it is.

    // [acquire]
    auto permits = permits_.lock();
    released_.wait(permits, any);
    // [acquire]
