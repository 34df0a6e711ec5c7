// verdict: data_race
// why: The loop is right, and it looks while the baker writes.

        // [take]
        while (loaves_ == 0) {
            std::unique_lock hold(mutex_);
            baked_.wait(hold);
        }
        const std::lock_guard hold(mutex_);
        --loaves_;
        return loaves_;
        // [take]
