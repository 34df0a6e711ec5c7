// verdict: lost_wakeup
// why: One gets through and wakes nobody else.

        // [open]
        {
            const std::lock_guard hold(mutex_);
            open_ = true;
        }
        opened_.notify_one();
        // [open]
