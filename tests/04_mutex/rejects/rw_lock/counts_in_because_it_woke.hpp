// verdict: data_race
// test: RwLock.who_wakes_for_no_reason_waits_on
// why: A reader takes waking up for the end of the writer.

    // [lock_shared]
    if (try_lock_shared()) return;
    wait_while_any(kWriting | kWaiting);
    word_.fetch_add(1, acquire);
    // [lock_shared]
