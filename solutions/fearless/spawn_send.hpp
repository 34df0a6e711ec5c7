// A thread that is given nothing that another thread can spoil.
//
//     auto handle = fearless::spawn_send([](std::string name) { return name.size(); },
//                                        std::string("rye"));
//     std::cout << std::move(handle).join();
//
// Promises
//   - spawn_send(f, args...) is spawn(f, args...) for what may travel: f's own copy, the copy of
//     each argument, and what f gives back, if it gives back anything, are all Send.
//   - Anything else does not compile, with one sentence that begins "Type may not go to another
//     thread because of Culprit" and gives the reason and the cure; the compiler prints the types
//     beside it. User is spawn_callable, spawn_argument or spawn_result.
// Requires
//   - What a C++ compiler cannot see, you look after: captures cannot be listed, so f is a
//     function, a lambda without captures, or an object whose class is Send. What f needs goes in
//     by argument.
//   - f does not reach for global variables or statics that other threads use, too.
//   - The rest is as spawn(f, args...) has it.
// Threads
//   Any thread may call it, also several at once.
// Memory ordering
//   As with spawn: what happened before the call happens before f runs.
// Not for
//   Lending a local variable for a while; std::ref goes in only where what it refers to is Sync,
//   and then you keep it alive.
#pragma once

#include <fearless/join_handle.hpp>
#include <fearless/require_send.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/spawn.hpp>
#include <fearless/todo.hpp>
#include <type_traits>
#include <utility>

namespace fearless {
namespace detail {

// Who asks, in the compiler's message.
struct spawn_callable;
struct spawn_argument;
struct spawn_result;

}  // namespace detail

// Starts a thread that runs f(args...), all of which is Send.
template <typename F, typename... Args>
JoinHandle<typename detail::SpawnResult<F, Args...>::Type> spawn_send(F&& f, Args&&... args) {
    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
}

}  // namespace fearless
