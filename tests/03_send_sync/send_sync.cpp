#include <gtest/gtest.h>

#include <cstddef>
#include <fearless/send_sync.hpp>
#include <string>

#include "kit/probe.hpp"

namespace {

using fearless::Send;
using fearless::Sync;

enum class Color { red, green };
struct Anybody {
    int number;
};

// Nobody can look into these, so only what is declared counts.
class Declared {
  public:
    int number() const { return number_; }

  private:
    int number_ = 0;
};
class Board : public Declared {};
class Stranger : public Declared {};
class Poster : public Declared {};
class Clock : public Declared {};

}  // namespace

template <>
inline constexpr bool fearless::enable_send<Declared> = true;
template <>
inline constexpr bool fearless::enable_send<Board> = true;
template <>
inline constexpr bool fearless::enable_sync<Board> = true;
template <>
inline constexpr bool fearless::enable_sync<const Poster> = true;
template <>
inline constexpr bool fearless::enable_sync<Clock> = true;

namespace {

TEST(SendSync, numbers_enums_and_nullptr_travel) {
    EXPECT_TRUE(Send<int>);
    EXPECT_TRUE(Send<bool>);
    EXPECT_TRUE(Send<double>);
    EXPECT_TRUE(Send<const char>);
    EXPECT_TRUE(Send<Color>);
    EXPECT_TRUE(Send<std::byte>);
    EXPECT_TRUE(Send<std::nullptr_t>);
}

TEST(SendSync, a_pointer_to_an_object_does_not_travel_whatever_it_points_to) {
    EXPECT_FALSE(Send<int*>) << "nobody knows who owns the int, and who else uses it";
    EXPECT_FALSE(Send<Anybody*>);
    EXPECT_FALSE(Send<void*>);
    EXPECT_FALSE(Send<int**>);
    EXPECT_FALSE(Send<Board*>) << "what it points to may be gone, Sync or not";
}

TEST(SendSync, const_does_not_make_a_pointer_travel) {
    EXPECT_FALSE(Send<const int*>) << "another thread may change the int, or free it";
    EXPECT_FALSE(Send<int* const>) << "the pointer is const, and not what it points to";
    EXPECT_FALSE(Send<const char*>);
}

TEST(SendSync, pointers_to_functions_and_to_members_travel) {
    EXPECT_TRUE(Send<void (*)()>) << "a function is there as long as the program is";
    EXPECT_TRUE((Send<int (*)(int*, char)>));
    EXPECT_TRUE(Send<int Anybody::*>) << "it says which member, and refers to no object";
    EXPECT_TRUE(Send<int (Declared::*)() const>);
}

TEST(SendSync, a_number_that_can_be_changed_is_not_for_several_threads) {
    EXPECT_FALSE(Sync<int>) << "two threads that count in it race";
    EXPECT_FALSE(Sync<bool>) << "a bool as a flag between threads is a data race, too";
    EXPECT_FALSE(Sync<volatile bool>) << "volatile orders nothing between threads";
    EXPECT_FALSE(Sync<Color>);
    EXPECT_FALSE(Sync<void (*)()>) << "a function pointer can be assigned to";
}

TEST(SendSync, what_is_const_can_be_read_by_all) {
    EXPECT_TRUE(Sync<const int>);
    EXPECT_TRUE(Sync<const double>);
    EXPECT_TRUE(Sync<const Color>);
    EXPECT_TRUE(Sync<void (*const)()>);
}

TEST(SendSync, a_const_pointer_does_not_protect_what_it_points_to) {
    EXPECT_FALSE(Sync<int* const>) << "all who read the pointer can change the one int";
    EXPECT_FALSE(Sync<const int* const>) << "somebody else may still change it";
    EXPECT_FALSE(Sync<int*>);
}

TEST(SendSync, a_reference_travels_exactly_when_what_it_refers_to_is_sync) {
    EXPECT_FALSE(Send<int&>);
    EXPECT_FALSE(Send<Declared&>);
    EXPECT_TRUE(Send<Board&>);
    EXPECT_TRUE(Send<Clock&>) << "the Clock itself need not travel";
    EXPECT_FALSE(Send<int&&>);
    EXPECT_TRUE(Send<Board&&>);
}

TEST(SendSync, const_on_a_reference_does_not_help) {
    EXPECT_FALSE(Send<const int&>) << "its holder does not write; the owner of the int may";
    EXPECT_FALSE(Send<const Declared&>);
    EXPECT_FALSE(Send<const Poster&>) << "a Poster that is not const may be behind it";
    EXPECT_TRUE(Send<const Board&>);
}

TEST(SendSync, what_nobody_vouches_for_is_neither) {
    EXPECT_FALSE(Send<Stranger>);
    EXPECT_FALSE(Sync<Stranger>);
    EXPECT_FALSE(Sync<const Stranger>);
}

TEST(SendSync, a_declaration_holds_for_const_too_and_not_the_other_way_round) {
    EXPECT_TRUE(Send<const Declared>);
    EXPECT_FALSE(Sync<Declared>) << "Send does not make it Sync";
    EXPECT_TRUE(Sync<Board>);
    EXPECT_TRUE(Sync<const Board>);
    EXPECT_TRUE(Sync<const Poster>);
    EXPECT_FALSE(Sync<Poster>);
}

}  // namespace
