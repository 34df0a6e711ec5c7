// verdict: wrong_result
// test: Take.the_time_is_for_the_whole_wait
// says: each ring for nothing started the time anew
// why: A ring says: look again. It does not say that no time has passed.

    // [take_for]
    for (bool over = time.count() <= 0;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (over) return std::unexpected(RecvError::timeout);
        Alarm alarm;
        if (!core.watch(alarm) || alarm.wait_for(time)) continue;
        core.unwatch();
        over = true;
    }
    // [take_for]
