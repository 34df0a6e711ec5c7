// verdict: wrong_result
// why: One wake-up for nothing is expected, and no second one.

        // [wait]
        using enum std::memory_order;
        for (int sleeps = 0; sleeps < 2 && !std::invoke(ready, *guard); ++sleeps) {
            const std::uint32_t seen = generation_.load(relaxed);
            sleep(guard, seen, [&] { park(generation_, seen); });
        }
        // [wait]
