// verdict: deadlock
// why: A request between the look at the token and the note of who sleeps rings nobody.

#include <atomic>

    // [take_stop]
    std::atomic<Alarm*> asleep = nullptr;
    const std::stop_callback wake(stop, [&asleep] {
        Alarm* const alarm = asleep.exchange(nullptr);
        if (alarm) const WakeUp up = alarm->ring();
    });
    for (;;) {
        const bool stopped = stop.stop_requested();
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (stopped) return std::unexpected(RecvError::stopped);
        Alarm alarm;
        if (!core.watch(alarm)) continue;
        asleep = &alarm;
        alarm.wait();
        asleep = nullptr;
        core.unwatch();
    }
    // [take_stop]
