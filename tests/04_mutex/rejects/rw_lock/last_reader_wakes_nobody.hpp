// verdict: lost_wakeup
// test: RwLock.a_reader_sees_all_of_what_a_writer_did_or_nothing
// why: The writer sleeps on, although the last reader has left.

    // [unlock_shared]
    word_.fetch_sub(1, release);
    // [unlock_shared]
