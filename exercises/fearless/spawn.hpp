// A thread that gets its own arguments.
//
//     std::string name = "rye";
//     auto handle = fearless::spawn([](std::string own) { return own + " bread"; }, name);
//     std::cout << name << ": " << std::move(handle).join();
//
// Promises
//   - spawn(f, arg, args...) starts a thread that calls f(arg, args...) and returns at once. join()
//     on the handle gives back what f returned, or throws what f threw.
//   - f and every argument are copied for the thread, or moved where they are given as rvalues.
//     That happens before spawn returns and on the calling thread, so nothing that the caller does
//     to its own objects afterwards reaches the thread. Nothing is copied more often than once,
//     and an rvalue not at all.
//   - The thread's own f and arguments are handed to the call as rvalues: a function that takes a
//     std::unique_ptr or a T&& by argument can be spawned.
//   - std::ref(x) hands over x itself. The caller then keeps x alive and unchanged by others.
//   - An exception thrown while an argument is copied leaves spawn, and no thread has started.
// Requires
//   - f can be called with rvalues of the decayed arguments. Otherwise, as for a callable that
//     takes T&, spawn does not compile and says:
//     "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)"
//   - Each argument can be copied, or is an rvalue of a movable type. Otherwise it says:
//     "spawn: an argument cannot be copied into the thread; use std::move"
//   - What a pointer, view or std::ref argument refers to outlives the thread: it is the pointer
//     that is copied.
// Threads
//   Any thread may call it, also several at once.
// Memory ordering
//   Everything that happened before the call happens before f runs, as with spawn(f).
// Not for
//   Arguments that the caller wants to read while the thread runs; lesson 04 shares them.
#pragma once

#include <concepts>
#include <fearless/join_handle.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <type_traits>
#include <utility>

namespace fearless {
namespace detail {

// What a call with the thread's own copies gives back. Where there is no such call the answer is
// void, so that the sentence of spawn is what the compiler prints, not one about this type.
template <typename F, typename... Args>
struct SpawnResult {
    using Type = void;
};

template <typename F, typename... Args>
    requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
struct SpawnResult<F, Args...> {
    using Type = std::invoke_result_t<std::decay_t<F>, std::decay_t<Args>...>;
};

}  // namespace detail

// Starts a thread that runs f(arg, args...) on its own copies of everything.
template <typename F, typename Arg, typename... Args>
JoinHandle<typename detail::SpawnResult<F, Arg, Args...>::Type> spawn(F&& f, Arg&& arg,
                                                                      Args&&... args) {
    // [spawn_with_arguments]
    todo("lesson 02: refuse what cannot work, move f and the arguments in, then spawn the call");
    // [spawn_with_arguments]
}

}  // namespace fearless
