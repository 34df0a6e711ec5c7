// Which types made of other types are Send and Sync.
//
//     struct Order { int number; std::string what; };
//     static_assert(fearless::Send<Order> && fearless::Send<std::vector<Order>>);
//
// Promises
//   - An aggregate that members.hpp can look into is Send when all its members are, and Sync when
//     all its members are. A const aggregate counts its members as const, except the `mutable`
//     ones: those can be changed by everyone who can read.
//   - An array is judged by its elements, a std::pair, std::tuple or std::array by what it holds,
//     in the same way. An empty class, such as a lambda without captures, is both. A duration or
//     a point in time is judged by its number.
//   - A container with an allocator, a std::optional, std::variant or std::expected owns what it
//     holds. It is Send when all its template arguments are; as const it is Sync when all of them
//     are Sync as const. What is not const is never Sync: it can be emptied.
//   - std::unique_ptr<T, D> is Send when T and D are. As const it is Sync when T is: the pointer is
//     const then, and not what it points to.
//   - std::shared_ptr<T> is Send when T is Send and Sync, because its copies share one T, and the
//     last one destroys it on whichever thread that is. As const it is Sync when it is Send.
//   - std::reference_wrapper<T> travels as T& does.
// Requires
//   - A shared_ptr<const T> is taken at its word: nobody keeps a shared_ptr<T> to the same object.
//   - A class template with a value_type and an allocator_type is a container in this sense: it
//     owns its elements, and its template arguments name all that it holds.
// Threads
//   All of it is for the compiler.
// Memory ordering
//   None.
// Not for
//   Views: std::string_view and std::span own nothing, so no rule vouches for them.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <expected>
#include <fearless/join_handle.hpp>
#include <fearless/members.hpp>
#include <fearless/send_sync.hpp>
#include <fearless/todo.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace fearless {
namespace detail {

// Whether what has these members may travel.
template <typename... Members>
consteval bool members_are_send(Types<Members...>) {
    // [members_are_send]
    static_assert(written<Members...>, "not written yet: lesson 03: when an aggregate may travel");
    return false;
    // [members_are_send]
}

// Whether several threads may use what has these members. In a const object they are const here.
template <typename... Members>
consteval bool members_are_sync(Types<Members...>) {
    // [members_are_sync]
    static_assert(written<Members...>,
                  "not written yet: lesson 03: when several threads may use an aggregate");
    return false;
    // [members_are_sync]
}

// Whether what owns values of these types, as a container does, may travel.
template <typename... Owned>
consteval bool owner_is_send() {
    // [owner_is_send]
    static_assert(written<Owned...>, "not written yet: lesson 03: when a container may travel");
    return false;
    // [owner_is_send]
}

// Whether several threads may look into it while nobody changes it.
template <typename... Owned>
consteval bool const_owner_is_sync() {
    // [const_owner_is_sync]
    static_assert(written<Owned...>,
                  "not written yet: lesson 03: when several threads may read one container");
    return false;
    // [const_owner_is_sync]
}

// Whether several threads may use a unique_ptr<T> that nobody changes.
template <typename T>
consteval bool const_unique_ptr_is_sync() {
    // [const_unique_ptr_is_sync]
    static_assert(written<T>,
                  "not written yet: lesson 03: when several threads may use one unique_ptr");
    return false;
    // [const_unique_ptr_is_sync]
}

// Whether a copy of a shared_ptr<T> may travel.
template <typename T>
consteval bool shared_ptr_is_send() {
    // [shared_ptr_is_send]
    static_assert(written<T>, "not written yet: lesson 03: when a copy of a shared_ptr may travel");
    return false;
    // [shared_ptr_is_send]
}

// T<...> owns its elements, and the names of all that it holds are among its template arguments.
template <typename T>
inline constexpr bool owns_arguments = requires {
    typename T::value_type;
    typename T::allocator_type;
};
template <typename T>
inline constexpr bool owns_arguments<std::optional<T>> = true;
template <typename... T>
inline constexpr bool owns_arguments<std::variant<T...>> = true;
template <typename T, typename E>
inline constexpr bool owns_arguments<std::expected<T, E>> = true;

}  // namespace detail

template <typename T>
    requires std::is_empty_v<T>
inline constexpr bool enable_send<T> = true;
template <typename T>
    requires std::is_empty_v<T>
inline constexpr bool enable_sync<T> = true;

template <typename T>
    requires detail::CanLookInto<T>
inline constexpr bool enable_send<T> = detail::members_are_send(detail::MembersOf<T>());
template <typename T>
    requires detail::CanLookInto<T>
inline constexpr bool enable_sync<T> = detail::members_are_sync(detail::MembersOf<T>());

template <typename T, std::size_t size>
inline constexpr bool enable_send<T[size]> = detail::members_are_send(detail::Types<T>());
template <typename T, std::size_t size>
inline constexpr bool enable_sync<T[size]> = detail::members_are_sync(detail::Types<T>());
template <typename T>
inline constexpr bool enable_send<T[]> = detail::members_are_send(detail::Types<T>());
template <typename T>
inline constexpr bool enable_sync<T[]> = detail::members_are_sync(detail::Types<T>());
template <typename T, std::size_t size>
inline constexpr bool enable_send<std::array<T, size>> =
    detail::members_are_send(detail::Types<T>());
template <typename T, std::size_t size>
inline constexpr bool enable_sync<std::array<T, size>> =
    detail::members_are_sync(detail::Types<T>());
template <typename T, std::size_t size>
inline constexpr bool enable_sync<const std::array<T, size>> =
    detail::members_are_sync(detail::Types<const T>());

template <typename T, typename U>
inline constexpr bool enable_send<std::pair<T, U>> =
    detail::members_are_send(detail::Types<T, U>());
template <typename T, typename U>
inline constexpr bool enable_sync<std::pair<T, U>> =
    detail::members_are_sync(detail::Types<T, U>());
template <typename T, typename U>
inline constexpr bool enable_sync<const std::pair<T, U>> =
    detail::members_are_sync(detail::Types<const T, const U>());
template <typename... T>
inline constexpr bool enable_send<std::tuple<T...>> =
    detail::members_are_send(detail::Types<T...>());
template <typename... T>
inline constexpr bool enable_sync<std::tuple<T...>> =
    detail::members_are_sync(detail::Types<T...>());
template <typename... T>
inline constexpr bool enable_sync<const std::tuple<T...>> =
    detail::members_are_sync(detail::Types<const T...>());

template <template <typename...> typename Owner, typename... Owned>
    requires detail::owns_arguments<Owner<Owned...>>
inline constexpr bool enable_send<Owner<Owned...>> = detail::owner_is_send<Owned...>();
template <template <typename...> typename Owner, typename... Owned>
    requires detail::owns_arguments<Owner<Owned...>>
inline constexpr bool enable_sync<const Owner<Owned...>> = detail::const_owner_is_sync<Owned...>();

template <typename T, typename Deleter>
inline constexpr bool enable_send<std::unique_ptr<T, Deleter>> =
    detail::owner_is_send<T, Deleter>();
template <typename T, typename Deleter>
inline constexpr bool enable_sync<const std::unique_ptr<T, Deleter>> =
    detail::const_unique_ptr_is_sync<T>();

template <typename T>
inline constexpr bool enable_send<std::shared_ptr<T>> = detail::shared_ptr_is_send<T>();
// [shared_ptr]
template <typename T>
inline constexpr bool enable_sync<const std::shared_ptr<T>> = detail::shared_ptr_is_send<T>();
// [shared_ptr]

template <typename T>
inline constexpr bool enable_send<std::reference_wrapper<T>> = Send<T&>;
template <typename T>
inline constexpr bool enable_sync<const std::reference_wrapper<T>> = Send<T&>;

// Each operation of an atomic is one step, and any thread may destroy it.
template <typename T>
inline constexpr bool enable_send<std::atomic<T>> = Send<T>;
template <typename T>
inline constexpr bool enable_sync<std::atomic<T>> = Send<T>;

// A mutex is made to be used by several threads, and any thread may destroy it.
template <>
inline constexpr bool enable_send<std::mutex> = true;
template <>
inline constexpr bool enable_sync<std::mutex> = true;

template <typename Rep, typename Period>
inline constexpr bool enable_send<std::chrono::duration<Rep, Period>> = Send<Rep>;
template <typename Rep, typename Period>
inline constexpr bool enable_sync<std::chrono::duration<Rep, Period>> = Sync<Rep>;
template <typename Rep, typename Period>
inline constexpr bool enable_sync<const std::chrono::duration<Rep, Period>> = Sync<const Rep>;
template <typename Clock, typename Duration>
inline constexpr bool enable_send<std::chrono::time_point<Clock, Duration>> = Send<Duration>;
template <typename Clock, typename Duration>
inline constexpr bool enable_sync<std::chrono::time_point<Clock, Duration>> = Sync<Duration>;
template <typename Clock, typename Duration>
inline constexpr bool enable_sync<const std::chrono::time_point<Clock, Duration>> =
    Sync<const Duration>;

// Any thread that owns the handle may join. What the thread gives back travels with it.
template <>
inline constexpr bool enable_send<std::thread> = true;
template <typename T>
inline constexpr bool enable_send<JoinHandle<T>> = Send<T>;
template <>
inline constexpr bool enable_send<JoinHandle<void>> = true;

}  // namespace fearless
