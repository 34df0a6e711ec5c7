// why: The lock is held over both.

        // [open]
        const std::lock_guard hold(mutex_);
        open_ = true;
        opened_.notify_all();
        // [open]
