#include <gtest/gtest.h>

#include <atomic>
#include <fearless/apply.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Mutex;

struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void pay(int& from, int& to) {
    from -= 1;
    to += 1;
}

// Whether another thread could take the lock now.
template <typename T>
bool is_free(Mutex<T>& mutex) {
    bool free = false;
    std::thread([&] { free = mutex.try_lock().has_value(); }).join();
    return free;
}

INTERLEAVE_TEST(Apply, two_threads_may_name_two_mutexes_in_opposite_order) {
    Mutex<int> left(5);
    Mutex<int> right(5);
    std::thread other([&] { fearless::apply(pay, left, right); });
    fearless::apply(pay, right, left);
    other.join();
    EXPECT_EQ(std::move(left).into_inner(), 5);
    EXPECT_EQ(std::move(right).into_inner(), 5);
}

INTERLEAVE_TEST(Apply, all_locks_are_held_while_f_runs) {
    Mutex<int> left(0);
    Mutex<int> right(0);
    std::thread other([&] {
        left.with([](int& value) { ++value; });
        right.with([](int& value) { ++value; });
    });
    fearless::apply([](int& a, int& b) { ++a, ++b; }, left, right);
    other.join();
    EXPECT_EQ(std::move(left).into_inner(), 2);
    EXPECT_EQ(std::move(right).into_inner(), 2);
}

// One thread holds a lock that the other one needs second.
INTERLEAVE_TEST(Apply, a_lock_that_is_taken_is_waited_for) {
    Mutex<int> left(0);
    Mutex<int> right(0);
    std::atomic<bool> unlocks = false;
    {
        auto guard = right.lock();
        std::thread other([&] {
            fearless::apply(
                [&](int&, int&) {
                    EXPECT_TRUE(unlocks) << "f ran while another thread held a lock";
                },
                left, right);
        });
        unlocks = true;
        guard.unlocked([&] { other.join(); });
    }
}

TEST(Apply, f_gets_the_values_in_the_order_of_the_mutexes) {
    Mutex<std::string> word("seven");
    Mutex<int> number(7);
    Mutex<bool> flag(true);
    EXPECT_EQ(fearless::apply([](std::string& a, int& b,
                                 bool& c) { return a + std::to_string(b) + (c ? "!" : ""); },
                              word, number, flag),
              "seven7!");
    EXPECT_EQ(fearless::apply([](bool& c, int& b, std::string&) { return c ? b : 0; }, flag, number,
                              word),
              7);
}

TEST(Apply, the_locks_are_free_afterwards) {
    Mutex<int> a(1);
    Mutex<int> b(2);
    Mutex<int> c(3);
    fearless::apply(
        [&](int&, int&, int&) {
            EXPECT_FALSE(is_free(a)) << "f was running";
            EXPECT_FALSE(is_free(b)) << "f was running";
            EXPECT_FALSE(is_free(c)) << "f was running";
        },
        c, a, b);
    EXPECT_TRUE(is_free(a));
    EXPECT_TRUE(is_free(b));
    EXPECT_TRUE(is_free(c));
}

TEST(Apply, an_exception_frees_all_locks) {
    Mutex<int> a(1);
    Mutex<int> b(2);
    EXPECT_THROW(fearless::apply([](int&, int&) -> int { throw Broken("inside"); }, b, a), Broken);
    EXPECT_TRUE(is_free(a));
    EXPECT_TRUE(is_free(b));
}

TEST(Apply, a_mutex_that_is_named_twice_is_an_error_and_no_deadlock) {
    Mutex<int> a(1);
    Mutex<int> b(2);
    bool ran = false;
    try {
        fearless::apply([&](int&, int&, int&) { ran = true; }, a, b, a);
        ADD_FAILURE() << "nothing was thrown";
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code(), std::errc::resource_deadlock_would_occur);
    }
    EXPECT_FALSE(ran);
    EXPECT_TRUE(is_free(a)) << "no lock may be held after the error";
    EXPECT_TRUE(is_free(b)) << "no lock may be held after the error";
}

TEST(Apply, one_mutex_is_a_list_of_mutexes_too) {
    Mutex<std::unique_ptr<int>> box(std::make_unique<int>(7));
    const auto inner =
        fearless::apply([](std::unique_ptr<int>& value) { return std::move(value); }, box);
    ASSERT_TRUE(inner);
    EXPECT_EQ(*inner, 7);
}

// The door opens when every thread sleeps, so who waits for a lock must not run in circles.
TEST(Apply, who_waits_sleeps) {
    Mutex<int> a(0);
    Mutex<int> b(0);
    probe::StillGate gate;
    std::atomic<bool> held = false;
    std::thread owner([&] {
        auto guard = b.lock();
        held = true;
        gate.wait();
        *guard = 1;
    });
    while (!held) std::this_thread::yield();
    EXPECT_EQ(fearless::apply([](int&, int& second) { return second; }, a, b), 1);
    owner.join();
}

}  // namespace
