#include "03_send_sync/opt_in.cpp"

#include <gtest/gtest.h>

#include <fearless/send_sync.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kit/probe.hpp"

namespace {

using fearless::Send;
using fearless::Sync;
using namespace opt_in;

TEST(OptIn, a_value_behind_private_members_travels) {
    EXPECT_TRUE(Send<Temperature>);
    EXPECT_TRUE(Send<std::vector<Temperature>>) << "and so does what holds it";
}

TEST(OptIn, several_threads_may_read_a_temperature_but_not_warm_it_up) {
    EXPECT_TRUE(Sync<const Temperature>);
    EXPECT_FALSE(Sync<Temperature>) << "two threads that warm_up one Temperature race";
    EXPECT_TRUE(Send<std::shared_ptr<const Temperature>>);
}

TEST(OptIn, a_pointer_with_one_owner_travels_inside_its_owner) {
    EXPECT_TRUE(Send<Buffer>) << "nobody else knows the bytes";
    EXPECT_TRUE(Send<std::unique_ptr<Buffer>>);
}

TEST(OptIn, several_threads_may_read_a_buffer_but_not_write) {
    EXPECT_TRUE(Sync<const Buffer>) << "its const functions only read";
    EXPECT_FALSE(Sync<Buffer>) << "write() has no lock";
}

TEST(OptIn, several_threads_may_use_what_locks_itself) {
    EXPECT_TRUE(Sync<Tally>);
    EXPECT_TRUE(Send<Tally&>);
    EXPECT_TRUE(Send<std::reference_wrapper<Tally>>);
}

TEST(OptIn, any_thread_may_destroy_a_tally) {
    EXPECT_TRUE(Send<Tally>);
    EXPECT_TRUE(Send<std::shared_ptr<Tally>>);
}

TEST(OptIn, what_changes_inside_may_go_to_another_thread) {
    EXPECT_TRUE(Send<Lookup>) << "one thread after the other may use it";
}

TEST(OptIn, const_does_not_make_a_class_safe_that_changes_inside) {
    EXPECT_FALSE(Sync<const Lookup>) << "square() is const and writes to last_, without a lock";
    EXPECT_FALSE(Sync<Lookup>);
    EXPECT_FALSE(Send<std::shared_ptr<const Lookup>>);
}

// Several threads may use one, and none but its own may destroy it.
class Window {
  public:
    int width() const { return width_; }

  private:
    int width_ = 0;
};

}  // namespace

template <>
inline constexpr bool fearless::enable_sync<Window> = true;

namespace {

struct Ticket {
    std::string name;
    Slot slot;
};

TEST(OptIn, a_number_that_means_something_on_one_thread_only_stays_there) {
    EXPECT_FALSE(Send<Slot>) << "the compiler sees an int; the promise is about what it means";
    EXPECT_FALSE(Send<Ticket>) << "nor may what holds one travel";
    EXPECT_FALSE(Send<std::optional<Slot>>);
    EXPECT_FALSE(Sync<Slot>) << "two threads that write to its place race";
}

TEST(OptIn, a_template_is_what_its_argument_is) {
    EXPECT_TRUE(Send<Sealed<int>>);
    EXPECT_TRUE(Send<Sealed<Temperature>>);
    EXPECT_TRUE(Send<Sealed<Lookup>>) << "one thread after the other may use it";
    EXPECT_FALSE(Send<Sealed<int*>>) << "it holds a pointer then";
    EXPECT_FALSE(Send<Sealed<Slot>>);
}

TEST(OptIn, several_threads_may_look_at_a_sealed_value_that_can_be_read_by_all) {
    EXPECT_TRUE(Sync<const Sealed<int>>);
    EXPECT_TRUE(Sync<const Sealed<Tally>>);
    EXPECT_TRUE(Sync<const Sealed<Window>>) << "it is looked at where it is";
    EXPECT_FALSE(Sync<const Sealed<Lookup>>) << "look() lends out a Lookup";
    EXPECT_FALSE(Sync<const Sealed<int*>>);
    EXPECT_FALSE(Sync<Sealed<int>>) << "one thread assigns to it while the other one looks";
}

}  // namespace
