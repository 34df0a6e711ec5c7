// verdict: deadlock
// why: f has thrown, and everybody waits for it for ever.

        // [call]
        if (is_done() || !begin()) return;
        std::invoke(std::forward<F>(f));
        end(kDone);
        // [call]
