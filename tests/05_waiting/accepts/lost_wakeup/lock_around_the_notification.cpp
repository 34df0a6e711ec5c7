// why: The same, and the notification is made inside.

        // [open]
        open_ = true;
        const std::lock_guard hold(mutex_);
        opened_.notify_all();
        // [open]
