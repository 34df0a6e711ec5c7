// verdict: lost_wakeup
// test: RawMutex.every_sleeper_is_woken_in_the_end
// why: Who was woken takes the lock as if nobody else slept.

    // [lock]
    while (!try_lock()) {
        std::uint32_t seen = kOwned;
        word_.compare_exchange_strong(seen, kContended, relaxed);
        park(word_, kContended);
    }
    // [lock]
