// verdict: livelock
// why: The end is no value, so it goes on looking for ever.

    // [take]
    for (;;) {
        auto found = core.try_take();
        if (found) return found;
        Alarm alarm;
        if (core.watch(alarm)) alarm.wait();
    }
    // [take]
