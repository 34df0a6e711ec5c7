// verdict: deadlock
// test: RawMutex.try_lock_does_not_wait
// why: A negative number becomes a very large one when it loses its sign.

    // [try_lock_for]
    if (try_lock()) return true;
    if (time.count() < 0) {
        lock();
        return true;
    }
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    auto left = time;
    while (word_.exchange(kContended, acquire) != kFree) {
        if (!park_for(word_, kContended, left)) return false;
        left = time - (Clock::now() - start);
    }
    return true;
    // [try_lock_for]
