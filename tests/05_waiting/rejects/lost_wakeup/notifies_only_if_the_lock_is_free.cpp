// verdict: lost_wakeup
// why: Whoever holds the lock may be about to sleep.

        // [open]
        open_ = true;
        if (const std::unique_lock hold(mutex_, std::try_to_lock); hold) opened_.notify_all();
        // [open]
