// verdict: lost_wakeup
// why: Nobody knows that somebody sleeps.

    // [lock]
    while (!try_lock()) {
        const std::uint32_t seen = word_.load(relaxed);
        if (seen & ~kWaiting) park(word_, seen);
    }
    // [lock]
