// verdict: deadlock
// why: exchange has put kWanted into a free word, and nobody owns it now.

    // [lock]
    while (!try_lock()) {
        if (word_.exchange(kWanted, acquire) != kFree) park(word_, kWanted);
    }
    // [lock]
