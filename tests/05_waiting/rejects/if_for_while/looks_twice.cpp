// verdict: wrong_result
// why: Two looks are one more than one, and not as many as it takes.

        // [take]
        std::unique_lock hold(mutex_);
        if (loaves_ == 0) baked_.wait(hold);
        if (loaves_ == 0) baked_.wait(hold);
        --loaves_;
        return loaves_;
        // [take]
