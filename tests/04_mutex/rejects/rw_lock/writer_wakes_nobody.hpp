// verdict: lost_wakeup
// why: Who waits for the writer sleeps on.

    // [unlock]
    word_.store(0, release);
    // [unlock]
