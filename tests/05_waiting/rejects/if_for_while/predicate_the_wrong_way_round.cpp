// verdict: deadlock
// why: The predicate says what is waited for, not what is waited out.

        // [take]
        std::unique_lock hold(mutex_);
        baked_.wait(hold, [this] { return loaves_ == 0; });
        --loaves_;
        return loaves_;
        // [take]
