// Which types may travel to another thread, and which may be used by several threads at once.
//
//     static_assert(fearless::Send<std::string> && !fearless::Send<int*>);
//     static_assert(fearless::Sync<const std::string> && !fearless::Sync<std::string>);
//
// Promises
//   - Send<T>: one thread may make a T, hand it over, and another thread may use and destroy it.
//   - Sync<T>: several threads may use one T at the same time, with nothing to order them. A const
//     T is Sync when that holds as long as nobody changes it; a T that is Sync is Sync as const,
//     too.
//   - T& and T&& are Send exactly when T is Sync. A const on the reference does not help: it says
//     what its holder will not do, and nothing about the others.
//   - Numbers, enums, nullptr and pointers to functions or members are Send, and as const they are
//     Sync. Pointers to objects are neither, const or not.
//   - What has members or elements is judged by them; send_members.hpp has the rules.
//   - Whatever no rule vouches for is neither Send nor Sync.
//   - A specialisation of enable_send or enable_sync is stronger than any rule, for a type that the
//     compiler cannot look into, and against one that it misjudges:
//         template <> inline constexpr bool fearless::enable_send<Ticket> = true;
// Requires
//   - Who specialises with true keeps the promise above for that type; the compiler takes it on
//     trust. It stands right behind the type, so that all code sees it or none does.
//   - T is complete.
// Threads
//   All of it is for the compiler.
// Memory ordering
//   None. Send and Sync say that a type may cross; whoever carries it across orders the two sides.
// Not for
//   Lifetimes: a reference to something Sync may still dangle. Nor for what a function does with
//   global variables.
#pragma once

#include <fearless/todo.hpp>
#include <type_traits>

namespace fearless {

// What says of a type that it is Send; a specialisation has the last word.
template <typename T>
inline constexpr bool enable_send = false;

// What says of a type, const or not, that it is Sync.
template <typename T>
inline constexpr bool enable_sync = false;

// One thread may make a T, and another one use and destroy it.
template <typename T>
concept Send = enable_send<std::remove_cv_t<T>>;

// Several threads may use one T at the same time.
template <typename T>
concept Sync = enable_sync<T> || enable_sync<std::remove_const_t<T>>;

namespace detail {

// Whether a number, an enum or a pointer of the type T may travel. T is not const.
template <typename T>
consteval bool scalar_is_send() {
    // [scalar_is_send]
    static_assert(written<T>, "not written yet: lesson 03: which numbers and pointers may travel");
    return false;
    // [scalar_is_send]
}

// Whether several threads may use one number, enum or pointer of the type T. T may be const.
template <typename T>
consteval bool scalar_is_sync() {
    // [scalar_is_sync]
    static_assert(written<T>,
                  "not written yet: lesson 03: which of them several threads may use at once");
    return false;
    // [scalar_is_sync]
}

// Whether a reference to T may travel. T may be const.
template <typename T>
consteval bool reference_is_send() {
    // [reference_is_send]
    static_assert(written<T>, "not written yet: lesson 03: when a reference may travel");
    return false;
    // [reference_is_send]
}

}  // namespace detail

template <typename T>
    requires std::is_scalar_v<T>
inline constexpr bool enable_send<T> = detail::scalar_is_send<T>();

template <typename T>
    requires std::is_scalar_v<T>
inline constexpr bool enable_sync<T> = detail::scalar_is_sync<T>();

template <typename T>
inline constexpr bool enable_send<T&> = detail::reference_is_send<T>();

template <typename T>
inline constexpr bool enable_send<T&&> = detail::reference_is_send<T>();

// A reference is const by nature: several threads that use it use what it refers to.
template <typename T>
inline constexpr bool enable_sync<T&> = detail::reference_is_send<T>();

template <typename T>
inline constexpr bool enable_sync<T&&> = detail::reference_is_send<T>();

}  // namespace fearless

#include <fearless/send_members.hpp>
