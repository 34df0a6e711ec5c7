// why: The second look is a call of its own.

#include <functional>
#include <optional>

    // [take_stop]
    const bool stopped = stop.stop_requested();
    auto found = core.try_take();
    if (found || found.error() == RecvError::disconnected) return found;
    if (stopped) return std::unexpected(RecvError::stopped);
    Alarm alarm;
    if (core.watch(alarm)) {
        std::optional<std::stop_callback<std::function<void()>>> wake;
        wake.emplace(stop, [&alarm] { const WakeUp up = alarm.ring(); });
        alarm.wait();
        wake.reset();
        core.unwatch();
    }
    return take(core, stop);
    // [take_stop]
