// why: The second look is a call of itself.

    // [take]
    auto found = core.try_take();
    if (found || found.error() == RecvError::disconnected) return found;
    Alarm alarm;
    if (core.watch(alarm)) alarm.wait();
    return take(core);
    // [take]
