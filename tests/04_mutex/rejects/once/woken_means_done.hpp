// verdict: data_race
// test: Once.who_wakes_for_no_reason_waits_on
// why: Whoever wakes and finds no failure takes it for done; it may have woken for no reason.

    // [members]
    using enum std::memory_order;

    static constexpr std::uint32_t kNew = 0;
    static constexpr std::uint32_t kRunning = 1;
    static constexpr std::uint32_t kContended = 2;  // running, and somebody may sleep
    static constexpr std::uint32_t kDone = 3;

    // True: the caller is the one who runs f now. False: it has been done.
    bool begin() const {
        std::uint32_t seen = word_.load(acquire);
        while (seen != kDone) {
            const std::uint32_t next = seen == kNew ? kRunning : kContended;
            if (seen != next && !word_.compare_exchange_strong(seen, next, acquire)) continue;
            if (next == kRunning) return true;
            park(word_, kContended);
            seen = word_.load(acquire);
            if (seen != kNew) return false;  // it did not fail
        }
        return false;
    }

    void end(std::uint32_t how) const {
        if (word_.exchange(how, release) == kContended) unpark_all(word_);
    }

    mutable std::atomic<std::uint32_t> word_ = kNew;
    // [members]
