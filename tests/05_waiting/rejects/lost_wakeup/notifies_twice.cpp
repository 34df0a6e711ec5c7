// verdict: lost_wakeup
// why: Both notifications can come too early.

        // [open]
        opened_.notify_all();
        open_ = true;
        opened_.notify_all();
        // [open]
