// why: take is the helper without a limit; both are one loop.
// whole: one function for both, in a namespace of its own

#pragma once

#include <chrono>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>

namespace fearless::detail {

template <typename Core, typename Wait>
auto take_with(Core& core, Wait wait) -> decltype(core.try_take()) {
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        Alarm alarm;
        if (core.watch(alarm) && !wait(alarm)) {
            core.unwatch();
            found = core.try_take();
            if (found || found.error() == RecvError::disconnected) return found;
            return std::unexpected(RecvError::timeout);
        }
    }
}

template <typename Core>
auto take(Core& core) -> decltype(core.try_take()) {
    // [take]
    return take_with(core, [](Alarm& alarm) {
        alarm.wait();
        return true;
    });
    // [take]
}

template <typename Core>
auto take_for(Core& core, std::chrono::nanoseconds time) -> decltype(core.try_take()) {
    // [take_for]
    const auto start = std::chrono::steady_clock::now();
    return take_with(core, [&](Alarm& alarm) {
        const auto passed = std::chrono::steady_clock::now() - start;
        return passed < time && alarm.wait_for(time - passed);
    });
    // [take_for]
}

}  // namespace fearless::detail
