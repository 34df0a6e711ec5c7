// verdict: wrong_result
// why: A ring says that it is worth looking; it does not say that a value is there.

    // [take]
    auto found = core.try_take();
    if (found || found.error() == RecvError::disconnected) return found;
    Alarm alarm;
    if (core.watch(alarm)) alarm.wait();
    return core.try_take();
    // [take]
