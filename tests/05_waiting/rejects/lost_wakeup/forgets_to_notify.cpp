// verdict: lost_wakeup
// why: The change is made, and nobody hears of it.

        // [open]
        const std::lock_guard hold(mutex_);
        open_ = true;
        // [open]
