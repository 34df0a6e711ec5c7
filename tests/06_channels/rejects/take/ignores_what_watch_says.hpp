// verdict: deadlock
// why: watch was false: nobody has the alarm, so nobody rings it.

    // [take]
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        Alarm alarm;
        (void)core.watch(alarm);
        alarm.wait();
    }
    // [take]
