// verdict: deadlock
// why: exchange has put kContended into a free word, and nobody owns it now.

    // [lock]
    while (!try_lock()) {
        if (word_.exchange(kContended, acquire) != kFree) park(word_, kContended);
    }
    // [lock]
