// verdict: timeout
// test: RwLock.readers_who_come_and_go_do_not_starve_a_writer
// why: Readers who come and go never leave a gap for the writer.

    // [try_lock_shared]
    std::uint32_t seen = word_.load(relaxed);
    while (!(seen & kWriting)) {
        if (word_.compare_exchange_weak(seen, seen + 1, acquire, relaxed)) {
            return true;
        }
    }
    return false;
    // [try_lock_shared]

    // [lock_shared]
    while (!try_lock_shared()) wait_while_any(kWriting);
    // [lock_shared]
