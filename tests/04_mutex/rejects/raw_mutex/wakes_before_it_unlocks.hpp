// verdict: lost_wakeup
// why: The sleeper wakes, finds the lock taken and sleeps again; then it is free and nobody says
// so.

    // [unlock]
    if (word_.load(relaxed) == kContended) unpark_one(word_);
    word_.store(kFree, release);
    // [unlock]
