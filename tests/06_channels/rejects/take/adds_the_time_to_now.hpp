// verdict: timeout
// why: now + time overflows for a long time, and the end is in the past.

#pragma once

#include <chrono>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>

namespace fearless {

template <typename Core>
auto take([[maybe_unused]] Core& core) -> decltype(core.try_take()) {
    // [take]
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        Alarm alarm;
        if (core.watch(alarm)) alarm.wait();
    }
    // [take]
}

template <typename Core>
auto take_for([[maybe_unused]] Core& core, [[maybe_unused]] std::chrono::nanoseconds time)
    -> decltype(core.try_take()) {
    // [take_for]
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + time;
    for (;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        const auto left = end - Clock::now();
        if (left.count() <= 0) return std::unexpected(RecvError::timeout);
        Alarm alarm;
        if (core.watch(alarm) && !alarm.wait_for(left)) core.unwatch();
    }
    // [take_for]
}

}  // namespace fearless
