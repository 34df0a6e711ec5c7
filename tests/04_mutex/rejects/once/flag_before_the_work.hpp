// verdict: data_race
// why: The others see the flag and go on while f still runs.

        // [call]
        std::uint32_t seen = kNew;
        if (word_.compare_exchange_strong(seen, kDone)) std::invoke(std::forward<F>(f));
        // [call]
