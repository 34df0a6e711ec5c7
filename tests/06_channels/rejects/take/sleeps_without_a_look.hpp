// verdict: deadlock
// why: What was there before the alarm was left has rung nobody.

    // [take]
    for (;;) {
        Alarm alarm;
        if (core.watch(alarm)) alarm.wait();
        alarm.wait();
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
    }
    // [take]
