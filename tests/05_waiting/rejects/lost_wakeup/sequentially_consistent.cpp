// verdict: lost_wakeup
// why: No memory order closes the gap between the look and the sleep.

        // [open]
        open_.store(true, std::memory_order_seq_cst);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        opened_.notify_all();
        // [open]
