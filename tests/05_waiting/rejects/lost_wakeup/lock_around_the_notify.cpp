// verdict: lost_wakeup
// why: The lock is taken after somebody has looked, and let go before they sleep.

        // [open]
        {
            const std::lock_guard hold(mutex_);
        }
        open_ = true;
        opened_.notify_all();
        // [open]
