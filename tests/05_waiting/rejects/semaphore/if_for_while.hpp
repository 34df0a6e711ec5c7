// verdict: exception
// why: It waits once, and takes what is not there.

    // [acquire]
    auto permits = permits_.lock();
    if (*permits == 0) {
        bool woken = false;
        released_.wait(permits, [&](std::size_t&) { return std::exchange(woken, true); });
    }
    --*permits;
    // [acquire]
