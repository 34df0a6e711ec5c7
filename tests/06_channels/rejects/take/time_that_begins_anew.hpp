// verdict: wrong_result
// test: Take.the_time_is_for_the_whole_wait
// says: each ring for nothing started the time anew
// why: A ring says: look again. It does not say that no time has passed.

// How a receiver waits: look, leave an alarm, sleep, look again.
//
// Promises
//   - take(core) waits until core.try_take() finds a value or the end, and gives that back.
//   - take_for(core, time) does the same for `time` at most, then it says `timeout`. A time of zero
//     or less, down to nanoseconds::min(), means: only look. A value that is there is given,
//     however little time is left.
//   - A thread that waits sleeps; nothing that comes while it falls asleep is missed.
//   - When they return, or throw, the core knows no alarm of theirs.
// Requires
//   - core has try_take, watch and unwatch, as in mailbox.hpp.
// Threads
//   The one that takes.
// Memory ordering
//   That of try_take.
// Not for
//   Two cores at once; select.hpp does that.
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
    for (bool over = time.count() <= 0;;) {
        auto found = core.try_take();
        if (found || found.error() == RecvError::disconnected) return found;
        if (over) return std::unexpected(RecvError::timeout);
        Alarm alarm;
        if (!core.watch(alarm) || alarm.wait_for(time)) continue;
        core.unwatch();
        over = true;
    }
    // [take_for]
}

}  // namespace fearless
