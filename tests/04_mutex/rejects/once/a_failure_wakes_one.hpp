// verdict: lost_wakeup
// test: Once.when_one_fails_nobody_sleeps_on
// why: The one that wakes starts anew with a word that knows of no sleepers, so nobody wakes the
// others.

        // [call]
        for (;;) {
            std::uint32_t seen = word_.load(acquire);
            if (seen == kDone) return;
            if (seen == kNew) {
                if (word_.compare_exchange_strong(seen, kRunning, acquire)) break;
                continue;
            }
            if (seen == kRunning && !word_.compare_exchange_strong(seen, kContended, relaxed))
                continue;
            park(word_, kContended);
        }
        try {
            std::invoke(std::forward<F>(f));
        } catch (...) {
            if (word_.exchange(kNew, release) == kContended) unpark_one(word_);
            throw;
        }
        if (word_.exchange(kDone, release) == kContended) unpark_all(word_);
        // [call]

    // [members]
    using enum std::memory_order;

    static constexpr std::uint32_t kNew = 0;
    static constexpr std::uint32_t kRunning = 1;
    static constexpr std::uint32_t kContended = 2;  // running, and somebody may sleep
    static constexpr std::uint32_t kDone = 3;

    mutable std::atomic<std::uint32_t> word_ = kNew;
    // [members]
