#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <fearless/send_sync.hpp>
#include <functional>
#include <map>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "kit/probe.hpp"

namespace {

using fearless::Send;
using fearless::Sync;

struct Order {
    std::string customer;
    int pieces;
    std::vector<std::string> lines;
};
struct Cart {
    Order order;
    double sum[3];
};
struct Node {
    int value;
    Node* next;
};
struct Chain {
    Node first;
};
struct Borrower {
    const int& limit;
};
struct Hits {
    std::atomic<int> good, bad;
};
struct Page {
    std::string text;
    mutable int reads;
};
struct CountedPage {
    std::string text;
    mutable std::atomic<int> reads;
};
struct HoldsPage {
    Page page;
    int number;
};
struct Derived : Order {
    int discount;
};
class Closed {
  public:
    int number() const { return number_; }

  private:
    int number_ = 0;
};
struct HoldsClosed {
    int number;
    Closed closed;
};
union Either {
    int whole;
    float real;
};
struct Thirteen {
    int a, b, c, d, e, f, g, h, i, j, k, l, m;
};
struct Ticket {};
struct HoldsTicket {
    Ticket ticket;
    int number;
};
// Several threads may use one, and none but its own may destroy it.
class Window {
  public:
    int width() const { return width_; }

  private:
    int width_ = 0;
};
struct HoldsWindow {
    Window window;
};
struct StatefulDeleter {
    int* count;
    void operator()(int* number) const { delete number; }
};

}  // namespace

template <>
inline constexpr bool fearless::enable_send<Ticket> = false;
template <>
inline constexpr bool fearless::enable_sync<Window> = true;

namespace {

TEST(SendMembers, an_aggregate_of_values_travels) {
    EXPECT_TRUE(Send<Order>);
    EXPECT_TRUE(Send<Cart>) << "an aggregate in an aggregate, and an array";
    EXPECT_TRUE(Send<Hits>);
    EXPECT_TRUE(Send<HoldsPage>) << "a Page goes to one thread at a time, so its count is no harm";
}

TEST(SendMembers, one_member_spoils_the_whole_however_deep_it_stands) {
    EXPECT_FALSE(Send<Node>);
    EXPECT_FALSE(Send<Chain>);
    EXPECT_FALSE(Send<Borrower>);
    EXPECT_FALSE(Send<HoldsClosed>) << "a class that nobody can look into, and nobody declared";
    EXPECT_FALSE(Send<HoldsTicket>) << "a member that was declared not to travel";
}

TEST(SendMembers, what_cannot_be_looked_into_needs_a_declaration) {
    EXPECT_FALSE(Send<Closed>);
    EXPECT_FALSE(Send<Derived>) << "an aggregate with a base";
    EXPECT_FALSE(Send<Either>) << "a union";
    EXPECT_FALSE(Send<Thirteen>) << "more members than twelve";
    const int number = 7;
    const auto captures = [number] { return number; };
    EXPECT_FALSE(Send<decltype(captures)>) << "a lambda's captures cannot be seen";
}

TEST(SendMembers, several_threads_may_use_what_is_made_of_sync_members_only) {
    EXPECT_TRUE(Sync<Hits>);
    EXPECT_TRUE(Sync<HoldsWindow>) << "a Window need not travel to be used where it is";
    EXPECT_FALSE(Sync<Order>) << "two threads that change it race";
    EXPECT_FALSE(Sync<CountedPage>) << "its text can be changed";
    EXPECT_TRUE((Sync<std::pair<std::atomic<int>, std::atomic<bool>>>));
    EXPECT_TRUE((Sync<std::array<std::atomic<int>, 4>>));
}

TEST(SendMembers, several_threads_may_read_a_const_aggregate_unless_a_member_is_mutable) {
    EXPECT_TRUE(Sync<const Order>);
    EXPECT_TRUE(Sync<const Cart>);
    EXPECT_FALSE(Sync<const Page>) << "whoever reads a Page can change its count";
    EXPECT_FALSE(Sync<const HoldsPage>) << "and so can who reads what holds one";
    EXPECT_TRUE(Sync<const CountedPage>) << "the count is an atomic";
    EXPECT_FALSE(Sync<const Node>);
    EXPECT_FALSE(Sync<const Closed>);
}

TEST(SendMembers, an_empty_class_travels_and_is_sync) {
    const auto no_captures = [] {};
    EXPECT_TRUE(Send<decltype(no_captures)>);
    EXPECT_TRUE(Sync<std::less<>>);
}

TEST(SendMembers, containers_travel_with_what_they_hold) {
    EXPECT_TRUE(Send<std::string>);
    EXPECT_TRUE(Send<std::vector<Order>>);
    EXPECT_TRUE(Send<std::vector<Page>>);
    EXPECT_TRUE((Send<std::map<std::string, std::vector<int>>>));
    EXPECT_TRUE((Send<std::unordered_map<int, std::deque<std::string>>>));
    EXPECT_TRUE((Send<std::optional<std::variant<int, Order>>>));
    EXPECT_TRUE((Send<std::tuple<int, std::string, Order>>));
    EXPECT_TRUE((Send<std::array<Order, 3>>));
}

TEST(SendMembers, a_container_of_pointers_does_not_travel) {
    EXPECT_FALSE(Send<std::vector<int*>>);
    EXPECT_FALSE((Send<std::map<int, const char*>>));
    EXPECT_FALSE((Send<std::map<Node*, int>>)) << "the keys count, too";
    EXPECT_FALSE((Send<std::optional<std::vector<std::optional<int*>>>>));
    EXPECT_FALSE((Send<std::variant<int, int*>>)) << "each alternative counts";
    EXPECT_FALSE((Send<std::pair<int, Closed>>));
    EXPECT_FALSE((Send<std::array<int*, 2>>));
    EXPECT_FALSE(Send<int* [2]>);
}

TEST(SendMembers, what_else_a_container_holds_counts) {
    EXPECT_FALSE(Send<std::pmr::vector<int>>) << "its allocator points to a memory resource";
    EXPECT_FALSE((Send<std::set<int, std::function<bool(int, int)>>>)) << "who knows its order?";
}

TEST(SendMembers, several_threads_may_read_one_container_but_not_change_it) {
    EXPECT_TRUE(Sync<const std::string>);
    EXPECT_TRUE(Sync<const std::vector<Order>>);
    EXPECT_FALSE(Sync<std::string>);
    EXPECT_FALSE(Sync<std::vector<int>>);
    EXPECT_FALSE(Sync<const std::vector<Page>>) << "whoever reads a Page changes its count";
    EXPECT_FALSE((Sync<const std::map<int, Page>>)) << "the keys are not all that it holds";
    EXPECT_TRUE(Sync<const std::vector<Window>>);
    EXPECT_FALSE(Sync<std::vector<std::atomic<int>>>) << "the vector itself can be emptied";
}

TEST(SendMembers, a_unique_ptr_takes_what_it_owns_along) {
    EXPECT_TRUE(Send<std::unique_ptr<Order>>);
    EXPECT_FALSE(Send<std::unique_ptr<Node>>);
    EXPECT_FALSE((Send<std::unique_ptr<int, StatefulDeleter>>)) << "the deleter travels, too";
}

TEST(SendMembers, a_const_unique_ptr_does_not_make_its_object_const) {
    EXPECT_FALSE(Sync<const std::unique_ptr<int>>) << "all who read the pointer can change the int";
    EXPECT_TRUE(Sync<const std::unique_ptr<const Order>>);
    EXPECT_TRUE(Sync<const std::unique_ptr<Hits>>);
    EXPECT_TRUE(Sync<const std::unique_ptr<Window>>);
    EXPECT_FALSE(Sync<std::unique_ptr<Hits>>) << "the pointer itself can be assigned to";
}

TEST(SendMembers, copies_of_a_shared_ptr_share_so_what_they_share_must_be_sync) {
    EXPECT_FALSE(Send<std::shared_ptr<int>>) << "both copies can change the one int";
    EXPECT_FALSE(Send<std::shared_ptr<Order>>);
    EXPECT_TRUE(Send<std::shared_ptr<const Order>>);
    EXPECT_TRUE(Send<std::shared_ptr<Hits>>);
    EXPECT_FALSE(Send<std::shared_ptr<const Page>>);
}

TEST(SendMembers, the_last_copy_of_a_shared_ptr_destroys_so_what_they_share_must_be_send) {
    EXPECT_FALSE(Send<std::shared_ptr<Window>>) << "a Window is Sync and not Send";
}

TEST(SendMembers, a_shared_ptr_itself_is_not_for_several_threads) {
    EXPECT_FALSE(Sync<std::shared_ptr<const Order>>) << "one thread assigns, the other one copies";
    EXPECT_TRUE(Sync<const std::shared_ptr<const Order>>);
    EXPECT_FALSE(Sync<const std::shared_ptr<int>>);
}

TEST(SendMembers, views_and_wrapped_references_do_not_travel) {
    EXPECT_FALSE(Send<std::string_view>) << "it borrows what its owner may free";
    EXPECT_FALSE(Send<std::span<int>>);
    EXPECT_FALSE(Send<std::span<const int>>);
    EXPECT_FALSE(Send<std::reference_wrapper<int>>);
    EXPECT_TRUE(Send<std::reference_wrapper<Hits>>);
}

TEST(SendMembers, atomics_and_mutexes_are_both) {
    EXPECT_TRUE(Send<std::atomic<int>>);
    EXPECT_TRUE(Sync<std::atomic<int>>);
    EXPECT_FALSE(Sync<std::atomic<int*>>) << "everyone can load the pointer from it";
    EXPECT_TRUE(Sync<std::mutex>);
    EXPECT_TRUE(Send<std::mutex>) << "any thread may destroy it";
    EXPECT_FALSE(Sync<const std::vector<int*>>);
}

TEST(SendMembers, arrays_and_times_are_judged_by_what_they_hold) {
    EXPECT_TRUE(Send<std::unique_ptr<int[]>>);
    EXPECT_FALSE(Send<std::unique_ptr<int*[]>>);
    EXPECT_TRUE(Send<std::shared_ptr<const int[]>>);
    EXPECT_TRUE(Send<std::chrono::milliseconds>);
    EXPECT_TRUE(Sync<const std::chrono::steady_clock::time_point>);
}

}  // namespace
