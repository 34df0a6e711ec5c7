// verdict: lost_wakeup
// why: A lock keeps out only those who take the same one.

        // [open]
        static std::mutex mine;
        {
            const std::lock_guard hold(mine);
            open_ = true;
        }
        opened_.notify_all();
        // [open]
