// why: An open gate has nobody in front of it.

        // [open]
        std::unique_lock hold(mutex_);
        if (open_.exchange(true)) return;
        hold.unlock();
        opened_.notify_all();
        // [open]
