// verdict: wrong_result
// test: Condvar.the_time_is_over_however_often_one_is_woken
// says: it was woken when its time was over, and slept on
// why: Each wake-up begins the time anew, so whoever is woken often enough waits for ever.

        // [wait_for]
        using enum std::memory_order;
        while (!std::invoke(ready, *guard)) {
            if (time.count() <= 0) return false;
            const std::uint32_t seen = generation_.load(relaxed);
            bool over = false;
            sleep(guard, seen, [&] { over = !park_for(generation_, seen, time); });
            if (over) return std::invoke(ready, *guard);
        }
        return true;
        // [wait_for]
