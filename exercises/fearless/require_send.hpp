// One sentence for a type that may not travel.
//
//     struct parcel;
//     fearless::detail::require_send<parcel, std::string>();  // for an int* it does not compile
//
// Promises
//   - require_send<User, Type>() compiles when Type is Send. Otherwise it does not, with one
//     static_assert: "Type may not go to another thread because of Culprit: ...". It says what is
//     wrong with Culprit, and the cure. The compiler prints beside it what the three names stand
//     for, as in [with User = spawn_argument; Type = Order; Culprit = int*].
//   - Culprit is why Type is not Send: the first member, element or pointee that is not Send, and
//   so on
//     down to one that has none; Type itself where it cannot be looked into.
// Requires
//   - User is a type whose name says who asks, such as `struct spawn_argument`.
// Threads
//   All of it is for the compiler.
// Memory ordering
//   None.
// Not for
//   Choosing between overloads: ask the concept Send.
#pragma once

#include <array>
#include <cstddef>
#include <fearless/members.hpp>
#include <fearless/send_members.hpp>
#include <fearless/send_sync.hpp>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace fearless::detail {

template <typename T>
struct CulpritOf {
    using Type = T;
};

// The first of several types that is not Send.
template <typename First, typename... Others>
struct FirstCulprit {
    using Type = typename FirstCulprit<Others...>::Type;
};

template <typename First, typename... Others>
    requires(!Send<First>)
struct FirstCulprit<First, Others...> : CulpritOf<std::remove_cv_t<First>> {};

template <typename... Members>
FirstCulprit<Members...> first_culprit(Types<Members...>);

template <typename T>
    requires CanLookInto<T>
struct CulpritOf<T> : decltype(first_culprit(MembersOf<T>())){};

template <typename T, std::size_t size>
struct CulpritOf<T[size]> : CulpritOf<T> {};
template <typename T, std::size_t size>
struct CulpritOf<std::array<T, size>> : CulpritOf<T> {};

// A class template is spoilt by one of its arguments, unless these are all Send.
template <template <typename...> typename Owner, typename... Owned>
    requires(owns_arguments<Owner<Owned...>> && (!Send<Owned> || ...))
struct CulpritOf<Owner<Owned...>> : FirstCulprit<Owned...> {};
template <typename... T>
struct CulpritOf<std::tuple<T...>> : FirstCulprit<T...> {};
template <typename T, typename U>
struct CulpritOf<std::pair<T, U>> : FirstCulprit<T, U> {};
template <typename T, typename Deleter>
struct CulpritOf<std::unique_ptr<T, Deleter>> : FirstCulprit<T, Deleter> {};

template <typename T>
inline constexpr bool is_view = false;
template <typename Char, typename Traits>
inline constexpr bool is_view<std::basic_string_view<Char, Traits>> = true;
template <typename T, std::size_t size>
inline constexpr bool is_view<std::span<T, size>> = true;

template <typename T>
inline constexpr bool is_reference = std::is_reference_v<T>;
template <typename T>
inline constexpr bool is_reference<std::reference_wrapper<T>> = true;

template <typename T>
inline constexpr bool is_shared_ptr = false;
template <typename T>
inline constexpr bool is_shared_ptr<std::shared_ptr<T>> = true;

// Something that can be called. A lambda's call operator is no template unless it has an auto.
template <typename T>
inline constexpr bool is_callable = requires { &T::operator(); };

// Type is not Send, and Culprit is why: one of these sentences is the reason.
template <typename User, typename Type, typename Culprit>
consteval void refuse_to_send() {
    constexpr bool pointer = std::is_pointer_v<Culprit>, reference = is_reference<Culprit>,
                   view = is_view<Culprit>, shared = is_shared_ptr<Culprit>,
                   callable = is_callable<Culprit>;
    static_assert(!pointer,
                  "Type may not go to another thread because of Culprit: a raw pointer does not "
                  "say who else uses its object, and how long; send the value, a std::unique_ptr "
                  "or an Arc");
    static_assert(!reference,
                  "Type may not go to another thread because of Culprit: a reference to what is "
                  "not Sync leaves two threads with one object; send a copy, move it or share an "
                  "Arc");
    static_assert(!view,
                  "Type may not go to another thread because of Culprit: a view borrows what its "
                  "owner may free; send the owner, such as a std::string or a std::vector");
    static_assert(!shared,
                  "Type may not go to another thread because of Culprit: its copies share what is "
                  "not both Send and Sync; share an Arc, a const object or one with a lock");
    static_assert(!callable,
                  "Type may not go to another thread because of Culprit: what a callable holds "
                  "cannot be looked into; use a lambda without captures, and pass arguments");
    static_assert(pointer || reference || view || shared || callable,
                  "Type may not go to another thread because of Culprit: nobody has declared this "
                  "class Send; use one that is (an Arc in place of an Rc), or specialise "
                  "enable_send if you can keep that promise");
}

template <typename User, typename Type>
consteval void require_send() {
    if constexpr (!Send<Type>) {
        refuse_to_send<User, Type, typename CulpritOf<std::remove_cv_t<Type>>::Type>();
    }
}

}  // namespace fearless::detail
