// verdict: wrong_result
// why: The caller never hears that f has failed.

        // [call]
        if (is_done() || !begin()) return;
        try {
            std::invoke(std::forward<F>(f));
        } catch (...) {
            end(kNew);
            return;
        }
        end(kDone);
        // [call]
