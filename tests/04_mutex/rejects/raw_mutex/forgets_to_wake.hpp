// verdict: lost_wakeup
// why: Who sleeps is never woken.

    // [unlock]
    word_.store(kFree, release);
    // [unlock]
