// verdict: lost_wakeup
// test: RwLock.all_readers_who_wait_for_a_writer_are_woken
// why: One of two readers is woken, the other one sleeps on.

    // [unlock]
    if (word_.exchange(0, release) & kWaiting) unpark_one(word_);
    // [unlock]
