// verdict: wrong_result
// why: Between the look and the loaf another customer takes it.

        // [take]
        {
            std::unique_lock hold(mutex_);
            while (loaves_ == 0) baked_.wait(hold);
        }
        const std::lock_guard hold(mutex_);
        --loaves_;
        return loaves_;
        // [take]
