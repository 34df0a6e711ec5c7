// verdict: lost_wakeup
// why: Who sleeps is never woken.

    // [unlock]
    word_.store(kFree, std::memory_order_release);
    // [unlock]
