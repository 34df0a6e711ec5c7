#include <gtest/gtest.h>

#include <chrono>
#include <fearless/latch.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <type_traits>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Latch;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

INTERLEAVE_TEST(Latch, what_happened_before_the_counts_is_seen_after_the_wait) {
    Latch latch(2);
    int first = 0, second = 0;
    std::thread other([&] {
        first = 3;
        latch.count_down();
        second = 4;
        latch.count_down();
    });
    latch.wait();
    EXPECT_EQ(first + second, 7);
    other.join();
}

INTERLEAVE_TEST(Latch, who_arrives_waits_for_the_others) {
    Latch latch(2);
    int first = 0, second = 0;
    std::thread other([&] {
        first = 3;
        latch.arrive_and_wait();
        EXPECT_EQ(second, 4);
    });
    second = 4;
    latch.arrive_and_wait();
    EXPECT_EQ(first, 3);
    other.join();
}

INTERLEAVE_TEST(Latch, try_wait_is_true_only_when_it_is_open) {
    Latch latch(1);
    int message = 0;
    std::thread other([&] {
        message = 7;
        latch.count_down();
    });
    if (latch.try_wait()) EXPECT_EQ(message, 7);
    other.join();
    EXPECT_TRUE(latch.try_wait());
}

// Unlike std::latch, whose try_wait may be false for no reason.
INTERLEAVE_TEST(Latch, try_wait_is_true_whenever_it_is_open) {
    Latch latch(0);
    const auto look = [&] { EXPECT_TRUE(latch.try_wait()) << "the latch is open"; };
    std::thread other(look);
    look();
    other.join();
}

INTERLEAVE_TEST(Latch, wait_for_says_whether_it_is_open) {
    Latch latch(1);
    int message = 0;
    const auto start = Clock::now();
    std::thread other([&] {
        message = 7;
        latch.count_down();
    });
    if (latch.wait_for(1h)) {
        EXPECT_EQ(message, 7);
    } else {
        EXPECT_GE(Clock::now() - start, 1h) << "gave up before the time was over";
    }
    other.join();
}

// A latch on the stack of the one who waits.
INTERLEAVE_TEST(Latch, who_comes_back_from_wait_may_destroy_it) {
    auto latch = std::make_unique<Latch>(1);
    std::thread other([&door = *latch] { door.count_down(); });
    latch->wait();
    latch.reset();
    other.join();
}

// Only one of the two can count down by the last one.
INTERLEAVE_TEST(Latch, of_two_counts_that_are_one_too_many_one_is_refused) {
    Latch latch(1);
    int refused[2] = {0, 0};
    const auto count = [&](int& mine) {
        try {
            latch.count_down();
        } catch (const std::logic_error&) {
            mine = 1;
        }
    };
    std::thread other([&] { count(refused[0]); });
    count(refused[1]);
    other.join();
    EXPECT_EQ(refused[0] + refused[1], 1);
    EXPECT_TRUE(latch.try_wait()) << "a latch that is open stays open";
}

TEST(Latch, it_opens_when_the_last_one_has_counted_down) {
    Latch latch(3);
    latch.count_down();
    EXPECT_FALSE(latch.try_wait());
    latch.count_down(2);
    EXPECT_TRUE(latch.try_wait());
    latch.wait();
    EXPECT_TRUE(latch.wait_for(1h));
}

TEST(Latch, wait_sleeps_until_it_is_open) {
    Latch latch(2);
    probe::StillGate gate;
    std::thread other([&] {
        latch.count_down();
        gate.wait();
        latch.count_down();
    });
    latch.wait();
    EXPECT_TRUE(gate.opened()) << "wait came back while one count was left";
    other.join();
}

// The door opens when every thread sleeps: both are waiting for certain.
TEST(Latch, it_lets_everybody_past_when_it_opens) {
    Latch latch(1);
    probe::StillGate gate;
    std::thread one([&] { latch.wait(); });
    std::thread two([&] { latch.wait(); });
    gate.wait();
    latch.count_down();
    one.join();
    two.join();
}

TEST(Latch, count_down_does_not_wait) {
    Latch latch(2);
    latch.count_down();
    EXPECT_FALSE(latch.try_wait());
    EXPECT_FALSE(latch.wait_for(0s));
    EXPECT_FALSE(latch.wait_for(-1h)) << "a negative time means try_wait";
    EXPECT_FALSE(latch.wait_for(1ms)) << "one count was left all the time";
}

TEST(Latch, a_latch_of_zero_is_open_from_the_start) {
    Latch latch(0);
    EXPECT_TRUE(latch.try_wait());
    EXPECT_TRUE(latch.wait_for(-1h));
    latch.wait();
}

TEST(Latch, to_count_down_further_than_zero_is_refused) {
    Latch latch(2);
    EXPECT_THROW(latch.count_down(3), std::logic_error);
    EXPECT_FALSE(latch.try_wait()) << "a count that is refused changes nothing";
    latch.count_down(2);
    EXPECT_THROW(latch.count_down(), std::logic_error);
    EXPECT_THROW(latch.arrive_and_wait(), std::logic_error);
    EXPECT_TRUE(latch.try_wait());
}

TEST(Latch, to_count_down_by_nothing_does_nothing) {
    Latch latch(1);
    latch.count_down(0);
    EXPECT_FALSE(latch.try_wait());
    latch.count_down();
    latch.count_down(0);
    EXPECT_TRUE(latch.try_wait());
}

TEST(Latch, it_stays_where_it_is_and_may_be_used_by_all) {
    EXPECT_FALSE(std::is_copy_constructible_v<Latch>);
    EXPECT_TRUE(fearless::Sync<const Latch>);
}

}  // namespace
