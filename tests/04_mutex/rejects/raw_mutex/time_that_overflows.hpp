// verdict: wrong_result
// test: RawMutex.the_longest_time_is_not_too_long
// why: now() + time is in the past when time is very long.

    // [try_lock_for]
    using Clock = std::chrono::steady_clock;
    if (try_lock()) return true;
    const auto end = Clock::now() + time;
    for (auto now = Clock::now(); now < end; now = Clock::now()) {
        if (word_.exchange(kContended, acquire) == kFree) return true;
        park_for(word_, kContended, end - now);
    }
    return false;
    // [try_lock_for]
