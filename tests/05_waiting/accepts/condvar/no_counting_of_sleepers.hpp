// why: Every notification makes a system call; simpler, and slower where nobody waits.

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
        const std::stop_callback wake(stop, [this] { notify_all(); });
        while (!std::invoke(ready, *guard)) {
            const std::uint32_t seen = generation_.load();
            if (stop.stop_requested()) return false;
            sleep(guard, [&] { park(generation_, seen); });
        }
        return true;
        // [wait_stop]

    // [members]
    template <typename T, typename F>
    void sleep(MutexGuard<T>& guard, F park_while_unchanged) const {
        guard.unlocked(park_while_unchanged);
    }

    mutable ParkWord generation_ = 0;
    // [members]

    // [notify_one]
    generation_.fetch_add(1);
    unpark_one(generation_);
    // [notify_one]

    // [notify_all]
    generation_.fetch_add(1);
    unpark_all(generation_);
    // [notify_all]
