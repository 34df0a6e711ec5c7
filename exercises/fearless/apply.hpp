// Several mutexes locked at once, without a deadlock.
//
//     fearless::Mutex<int> shelf(10), basket(0);
//     fearless::apply([](int& from, int& to) { --from, ++to; }, shelf, basket);
//
// Promises
//   - apply(f, m1, m2, ...) holds the locks of all these mutexes while f(value1, value2, ...) runs,
//     and gives back a value that f returned. An exception leaves all locks free.
//   - However many threads call it with the same mutexes, in whatever order they name them, none
//     waits for ever.
//   - It waits while a lock is taken, and does not run f before it holds them all.
//   - A mutex that is named twice throws std::system_error with
//     std::errc::resource_deadlock_would_occur; no lock is held then, and f has not run.
// Requires
//   - The caller holds none of the locks.
// Threads
//   Any number, at the same time.
// Memory ordering
//   That of the mutexes.
// Not for
//   Locks that are found one after the other, such as those along a list.
#pragma once

#include <algorithm>
#include <array>
#include <fearless/mutex.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <mutex>
#include <system_error>
#include <type_traits>

namespace fearless {

// Calls f with the values of all the mutexes, while it holds all the locks.
template <typename F, typename... Ts>
std::invoke_result_t<F, Ts&...> apply(F&& f, const Mutex<Ts>&... mutexes) {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, Ts&...>>,
                  "apply: what f returns as a reference would be used without the locks");
    // [apply]
    fearless::todo("lesson 04: lock all mutexes in an order that all threads share, then call f");
    // [apply]
}

}  // namespace fearless
