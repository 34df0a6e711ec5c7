// Waits for two receivers at once.
//
//     auto [work, works] = fearless::channel<int>();
//     auto [quit, quits] = fearless::channel<std::string>();
//     (void)work.send(7);
//     auto next = fearless::select(quits, works);
//     if (next && next->index() == 1) std::cout << std::get<1>(*next);
//
// Promises
//   - select(first, second) gives the next value of either: a variant whose index() is 0 for the
//     first receiver and 1 for the second. It takes nothing from the other one.
//   - Where both have a value, the first receiver's comes.
//   - One that is disconnected is left out; the select goes on with the other. When both are, it is
//     `disconnected`.
//   - It sleeps while neither has anything. Nothing that comes while it falls asleep is missed.
//   - When it returns, neither channel knows of it any more.
// Requires
//   - Two receivers, of channel() or sync_channel(), the same type or not; never the same one
//     twice.
// Threads
//   The one that both receivers belong to.
// Memory ordering
//   That of recv.
// Not for
//   Fairness: a first receiver that never runs dry starves the second. That is what one wants for
//   "stop" beside "work"; swap the two from call to call where it is not.
#pragma once

#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/todo.hpp>
#include <utility>
#include <variant>

namespace fearless {

// A value of the first receiver, or of the second.
template <typename First, typename Second>
using Selected = std::variant<typename First::value_type, typename Second::value_type>;

// Waits for the next value of either, or until both are disconnected.
template <typename First, typename Second>
std::expected<Selected<First, Second>, RecvError> select(First& first, Second& second) {
    // [select]
    todo("lesson 06: look at both, and sleep until one of them has something");
    // [select]
}

}  // namespace fearless
