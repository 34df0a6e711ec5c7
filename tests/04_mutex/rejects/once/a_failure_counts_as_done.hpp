// verdict: wrong_result
// why: f has thrown, and nobody tries again.

        // [call]
        if (is_done() || !begin()) return;
        try {
            std::invoke(std::forward<F>(f));
        } catch (...) {
            end(kDone);
            throw;
        }
        end(kDone);
        // [call]
