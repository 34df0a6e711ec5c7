// why: Whoever has looked before the change sleeps before the lock can be taken.

        // [open]
        open_ = true;
        {
            const std::lock_guard hold(mutex_);
        }
        opened_.notify_all();
        // [open]
