// why: It leaves the alarm before it looks, and takes it back when there was something.

    // [take]
    for (;;) {
        Alarm alarm;
        const bool watched = core.watch(alarm);
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) {
            core.unwatch();
            return found;
        }
        if (watched) alarm.wait();
    }
    // [take]
