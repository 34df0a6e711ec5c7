// verdict: lost_wakeup
// why: A loaf that is there already is never announced again.

        // [take]
        std::unique_lock hold(mutex_);
        do {
            baked_.wait(hold);
        } while (loaves_ == 0);
        --loaves_;
        return loaves_;
        // [take]
