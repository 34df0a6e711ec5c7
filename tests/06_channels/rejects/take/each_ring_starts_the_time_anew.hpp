// verdict: timeout
// why: A core that rings for nothing keeps it waiting for ever.

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
    for (;;) {
        const auto start = Clock::now();
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        const auto passed = Clock::now() - start;  // a span, because start + time can overflow
        if (passed >= time) return std::unexpected(RecvError::timeout);
        Alarm alarm;
        if (core.watch(alarm) && !alarm.wait_for(time - passed)) core.unwatch();
    }
    // [take_for]
}

}  // namespace fearless
