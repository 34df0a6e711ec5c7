// How a receiver waits: look, leave an alarm, sleep, look again.
//
//     fearless::Mailbox<std::string> box;
//     auto letter = fearless::detail::take_for(box, std::chrono::seconds(1));
//     if (!letter) std::cout << letter.error();  // Timeout
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

namespace fearless::detail {

// Waits for a value or the end.
template <typename Core>
auto take(Core& core) -> decltype(core.try_take()) {
    // [take]
    todo("lesson 06: look, and sleep until it is worth looking again");
    // [take]
}

// The same for `time` at most, then `timeout`.
template <typename Core>
auto take_for(Core& core, std::chrono::nanoseconds time) -> decltype(core.try_take()) {
    // [take_for]
    todo("lesson 06: the same, until the time is over");
    // [take_for]
}

}  // namespace fearless::detail
