// The members of an aggregate, as types.
//
//     struct Order { int number; std::string what; };
//     using fearless::detail::MembersOf, fearless::detail::Types;
//     static_assert(std::is_same_v<MembersOf<Order>, Types<int, std::string>>);
//
// Promises
//   - MembersOf<T> is Types<M...>: what each member of the aggregate T was declared as, in order.
//     For a const T each member is const, except a `mutable` one and one that is a reference.
//   - CanLookInto<T> says whether that is possible: T is a class or struct without constructors,
//     private members and bases, with at most 12 members that take at most 32 values to fill (an
//     array takes one a element), and none of them an lvalue reference.
// Requires
//   - T is complete.
//   - T has no anonymous union among its members; the compiler stops there.
// Threads
//   All of it is for the compiler.
// Memory ordering
//   None.
// Not for
//   Classes with private members: nobody can look into them from outside.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace fearless::detail {

template <typename... T>
struct Types {};

// Stands for a value of any type, so that the values that fill T can be counted; never made.
struct Anything {
    std::size_t number;
    template <typename T>
    operator T() const;
};

// Stands for a value of any type that is a base of T.
template <typename T>
struct AnyBase {
    template <typename Base>
        requires(std::is_base_of_v<Base, T> && !std::is_same_v<Base, T>)
    operator Base() const;
};

inline constexpr std::size_t most_members = 12, most_values = 32;

template <std::size_t count>
using UpTo = std::make_index_sequence<count>;

template <typename T, std::size_t... I>
consteval bool takes(std::index_sequence<I...>) {
    return requires { T{Anything{I}...}; };
}

// With braces around those in the middle.
template <typename T, std::size_t... I, std::size_t... Inner, std::size_t... J>
consteval bool takes(std::index_sequence<I...>, std::index_sequence<Inner...>,
                     std::index_sequence<J...>) {
    return requires { T{Anything{I}..., {Anything{Inner}...}, Anything{J}...}; };
}

template <typename T, std::size_t... I>
consteval bool takes_base_and(std::index_sequence<I...>) {
    return requires { T{AnyBase<T>{}, Anything{I}...}; };
}

// How many values fill T, with the elements of arrays one by one.
template <typename T, std::size_t most = most_values + 1>
consteval std::size_t values_of() {
    if constexpr (most == 0 || takes<T>(UpTo<most>())) {
        return most;
    } else {
        return values_of<T, most - 1>();
    }
}

// How many of `values` values fill the member that begins with value number `at`. Those of an array
// may stand in braces of their own, and then not one value more fits in behind.
template <typename T, std::size_t values, std::size_t at, std::size_t size>
consteval std::size_t values_of_member() {
    if constexpr (size < 2) {
        return 1;
    } else if constexpr (takes<T>(UpTo<at>(), UpTo<size>(), UpTo<values - at - size>()) &&
                         !takes<T>(UpTo<at>(), UpTo<size>(), UpTo<values - at - size + 1>())) {
        return size;
    } else {
        return values_of_member<T, values, at, size - 1>();
    }
}

template <typename T, std::size_t values, std::size_t at = 0>
consteval std::size_t members_from() {
    if constexpr (at >= values) {
        return 0;
    } else {
        return 1 + members_from<T, values, at + values_of_member<T, values, at, values - at>()>();
    }
}

template <typename T>
consteval bool has_base() {
    constexpr std::size_t values = values_of<T>();
    if constexpr (values == 0) {
        return false;
    } else {
        return takes_base_and<T>(UpTo<values - 1>());
    }
}

// 0 where there is none, or where they cannot be counted.
template <typename T>
consteval std::size_t count_members() {
    if constexpr (!std::is_aggregate_v<T> || !std::is_class_v<T>) {
        return 0;
    } else if constexpr (values_of<T>() > most_values || has_base<T>()) {
        return 0;
    } else {
        return members_from<T, values_of<T>()>();
    }
}

template <typename T>
concept CanLookInto = count_members<std::remove_cv_t<T>>() > 0 &&
                      count_members<std::remove_cv_t<T>>() <= most_members;

// Never called: only the type of the result is asked for.
template <typename T>
auto members_of(T& object) {
    constexpr std::size_t count = count_members<std::remove_cv_t<T>>();
    // clang-format off
    if constexpr (count == 1) {
        auto& [a] = object;
        return Types<decltype(a)>{};
    } else if constexpr (count == 2) {
        auto& [a, b] = object;
        return Types<decltype(a), decltype(b)>{};
    } else if constexpr (count == 3) {
        auto& [a, b, c] = object;
        return Types<decltype(a), decltype(b), decltype(c)>{};
    } else if constexpr (count == 4) {
        auto& [a, b, c, d] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d)>{};
    } else if constexpr (count == 5) {
        auto& [a, b, c, d, e] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e)>{};
    } else if constexpr (count == 6) {
        auto& [a, b, c, d, e, f] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f)>{};
    } else if constexpr (count == 7) {
        auto& [a, b, c, d, e, f, g] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f),
                     decltype(g)>{};
    } else if constexpr (count == 8) {
        auto& [a, b, c, d, e, f, g, h] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f),
                     decltype(g), decltype(h)>{};
    } else if constexpr (count == 9) {
        auto& [a, b, c, d, e, f, g, h, i] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f),
                     decltype(g), decltype(h), decltype(i)>{};
    } else if constexpr (count == 10) {
        auto& [a, b, c, d, e, f, g, h, i, j] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f),
                     decltype(g), decltype(h), decltype(i), decltype(j)>{};
    } else if constexpr (count == 11) {
        auto& [a, b, c, d, e, f, g, h, i, j, k] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f),
                     decltype(g), decltype(h), decltype(i), decltype(j), decltype(k)>{};
    } else if constexpr (count == 12) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l] = object;
        return Types<decltype(a), decltype(b), decltype(c), decltype(d), decltype(e), decltype(f),
                     decltype(g), decltype(h), decltype(i), decltype(j), decltype(k), decltype(l)>{};
    }
    // clang-format on
}

template <typename T>
    requires CanLookInto<T>
using MembersOf = decltype(members_of(std::declval<T&>()));

}  // namespace fearless::detail
