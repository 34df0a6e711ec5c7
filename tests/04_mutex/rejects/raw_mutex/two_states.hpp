// verdict: lost_wakeup
// why: With two states the word cannot say that somebody sleeps, so nobody is woken.

    // [lock]
    while (!try_lock()) park(word_, kOwned);
    // [lock]
