// verdict: lost_wakeup
// why: The last reader clears the word, and with it the mark that somebody sleeps.

    // [unlock_shared]
    const std::uint32_t before = word_.fetch_sub(1, release);
    if ((before & ~kWaiting) == 1) word_.store(0, release);
    // [unlock_shared]
