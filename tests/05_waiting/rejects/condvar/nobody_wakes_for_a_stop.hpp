// verdict: lost_wakeup
// why: The token is looked at, and nobody wakes the one who has to look.

        // [wait]
        using enum std::memory_order;
        while (!std::invoke(ready, *guard)) {
            const std::uint32_t seen = generation_.load(relaxed);
            sleep(guard, [&] { park(generation_, seen); });
        }
        // [wait]

        // [wait_for]
        using enum std::memory_order;
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        // A span is compared, because start + time can overflow.
        for (auto left = time; !std::invoke(ready, *guard); left = time - (Clock::now() - start)) {
            if (left.count() <= 0) return false;
            const std::uint32_t seen = generation_.load(relaxed);
            sleep(guard, [&] { park_for(generation_, seen, left); });
        }
        return true;
        // [wait_for]

        // [wait_stop]
        using enum std::memory_order;
        while (!std::invoke(ready, *guard)) {
            if (stop.stop_requested()) return false;
            const std::uint32_t seen = generation_.load(acquire);
            sleep(guard, [&] { park(generation_, seen); });
        }
        return true;
        // [wait_stop]

    // [members]
    // Called under the lock, between a look at ready and the next one.
    template <typename T, typename F>
    void sleep(MutexGuard<T>& guard, F park_while_unchanged) const {
        using enum std::memory_order;
        sleepers_.fetch_add(1, relaxed);
        guard.unlocked(park_while_unchanged);
        sleepers_.fetch_sub(1, relaxed);
    }

    mutable ParkWord generation_ = 0;  // counts notifications; who sleeps, sleeps until it changes
    mutable std::atomic<std::uint32_t> sleepers_ = 0;  // changed under the lock only
    // [members]

    // [notify_one]
    using enum std::memory_order;
    // Relaxed: whoever this notification is for has counted itself under the lock, before the
    // change was made under the lock.
    if (sleepers_.load(relaxed) == 0) return;
    generation_.fetch_add(1, relaxed);
    unpark_one(generation_);
    // [notify_one]

    // [notify_all]
    using enum std::memory_order;
    if (sleepers_.load(relaxed) == 0) return;
    generation_.fetch_add(1, relaxed);
    unpark_all(generation_);
    // [notify_all]
