// verdict: lost_wakeup
// why: Whoever was woken looks too early, and sleeps again.

        // [open]
        opened_.notify_all();
        const std::lock_guard hold(mutex_);
        open_ = true;
        // [open]
