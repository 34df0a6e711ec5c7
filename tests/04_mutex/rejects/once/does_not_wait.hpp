// verdict: data_race
// why: Who comes second goes on although nothing is done yet.

        // [call]
        std::uint32_t seen = kNew;
        if (!word_.compare_exchange_strong(seen, kRunning)) return;
        try {
            std::invoke(std::forward<F>(f));
        } catch (...) {
            end(kNew);
            throw;
        }
        end(kDone);
        // [call]
