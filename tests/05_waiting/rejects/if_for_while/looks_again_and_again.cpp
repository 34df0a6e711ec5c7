// verdict: timeout
// why: It never sleeps: it looks for as long as it takes.

        // [take]
        while (true) {
            const std::lock_guard hold(mutex_);
            if (loaves_ > 0) return --loaves_;
        }
        // [take]
