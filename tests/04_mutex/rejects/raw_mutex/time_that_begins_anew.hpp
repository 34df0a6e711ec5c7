// verdict: wrong_result
// test: RawMutex.the_time_is_over_however_often_one_is_woken
// says: it was woken when its time was over, and slept on
// why: Each wake-up begins the time anew, so whoever is woken often enough waits for ever.

    // [try_lock_for]
    if (try_lock()) return true;
    if (time.count() <= 0) return false;
    while (word_.exchange(kContended, acquire) != kFree) {
        if (!park_for(word_, kContended, time)) return false;
    }
    return true;
    // [try_lock_for]
