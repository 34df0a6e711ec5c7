// Stepping through: the caller is the scheduler.
#include <gtest/gtest.h>
#include <linux/futex.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <interleave/interleave.hpp>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bodies.hpp"

namespace {

using interleave::explore;
using interleave::Options;
using interleave::Result;
using interleave::Verdict;
using tested::futex;
using tested::take_in_opposite_orders;

Result after(const std::vector<int>& picks, void (*body)(), bool to_the_end = false) {
    Options options;
    options.step_through = true;
    options.picks = picks;
    options.to_the_end = to_the_end;
    return explore(options, body);
}

std::vector<int> choice_of(const Result& result) {
    std::vector<int> picks;
    for (const interleave::Move& move : result.moves) picks.push_back(move.pick);
    return picks;
}

TEST(StepThrough, stops_where_more_than_one_thread_can_go_on) {
    const Result begin = after({}, take_in_opposite_orders);
    EXPECT_EQ(begin.verdict, Verdict::passed);
    EXPECT_EQ(choice_of(begin), (std::vector{1, 2}));
    EXPECT_EQ(begin.moves[0].action, "begin");
    EXPECT_EQ(begin.threads[0].state, "waits for thread 1");

    const Result both_hold = after({1, 1, 2}, take_in_opposite_orders);
    EXPECT_EQ(both_hold.picked, 3);
    EXPECT_EQ(choice_of(both_hold), (std::vector{1, 2}));
    EXPECT_EQ(both_hold.moves[0].action, "lock");
    EXPECT_EQ(both_hold.moves[0].object, both_hold.moves[1].object);
    ASSERT_FALSE(both_hold.moves[0].stack.empty());
    EXPECT_EQ(both_hold.threads[1].holds.size(), 1u);
}

TEST(StepThrough, reaches_the_failure_that_the_picks_lead_to) {
    const Result result = after({1, 1, 2, 2}, take_in_opposite_orders);
    EXPECT_EQ(result.verdict, Verdict::deadlock) << result.message;
    EXPECT_TRUE(result.moves.empty());
    EXPECT_EQ(result.picked, 4);
    EXPECT_TRUE(result.events.back().failure);
}

TEST(StepThrough, goes_on_the_plainest_way_if_it_is_told_to) {
    const Result result = after({2}, take_in_opposite_orders, true);
    EXPECT_EQ(result.verdict, Verdict::passed) << result.message;
    EXPECT_TRUE(result.moves.empty());
    EXPECT_EQ(result.picked, 1);
    EXPECT_EQ(result.threads[1].state, "finished");
}

TEST(StepThrough, refuses_a_pick_that_cannot_go_on) {
    for (const int wrong : {0, 3, 127, 128, 100000, -1}) {
        const Result result = after({1, wrong, 2}, take_in_opposite_orders, true);
        EXPECT_EQ(result.picked, 1) << wrong;
        EXPECT_EQ(choice_of(result), (std::vector{1, 2})) << wrong;
    }
}

TEST(StepThrough, counts_no_step_that_nobody_else_can_notice) {
    const Result result = after({}, [] {
        std::atomic<int> own = 0;
        for (int i = 0; i < 10; ++i) ++own;
        std::atomic<int> common = 0;
        std::thread other([&] { ++common; });
        ++common;
        other.join();
    });
    EXPECT_EQ(choice_of(result), (std::vector{0, 1}));
    EXPECT_EQ(result.moves[0].action, "fetch");
}

void sleepers() {
    std::mutex mutex;
    std::condition_variable changed;
    int asleep = 0, calls = 0;
    const auto wait = [&] {
        std::unique_lock lock(mutex);
        ++asleep;
        changed.wait(lock, [&] { return calls > 0; });
        --calls;
    };
    std::thread one(wait), two(wait);
    {
        std::lock_guard lock(mutex);
        calls = 2;
        changed.notify_one();
        changed.notify_one();
    }
    one.join();
    two.join();
}

// The first move that fits; what it is to be is tried in the order of the list.
const interleave::Move* pick_among(const Result& result, const std::vector<int>& threads) {
    for (const int thread : threads)
        for (const interleave::Move& move : result.moves)
            if (move.thread == thread && move.why.empty()) return &move;
    return nullptr;
}

TEST(StepThrough, asks_who_is_woken_and_offers_to_wake_early) {
    // Both go to sleep, and then main notifies.
    std::vector<int> picks;
    Result result = after(picks, sleepers);
    bool early = false;
    while (const interleave::Move* move = pick_among(result, {1, 2, 0})) {
        picks.push_back(move->pick);
        result = after(picks, sleepers);
        for (const interleave::Move& other : result.moves)
            early |= other.why == "a spurious wake-up";
    }
    EXPECT_TRUE(early);
    ASSERT_EQ(choice_of(result), (std::vector{1, 2}));
    EXPECT_EQ(result.moves[0].why, "woken by main");
    for (const int woken : {1, 2}) {
        picks.push_back(woken);
        EXPECT_EQ(after(picks, sleepers, true).verdict, Verdict::passed);
        EXPECT_EQ(after(picks, sleepers).picked, static_cast<int>(picks.size()));
        picks.pop_back();
    }
}

TEST(StepThrough, asks_whether_a_weak_compare_exchange_fails) {
    const auto body = [] {
        std::atomic<int> value = 0;
        std::thread other([&] { value.load(); });
        int expected = 0;
        const bool done = value.compare_exchange_weak(expected, 1);
        other.join();
        if (!done) interleave::fail("it failed");
    };
    const Result asked = after({0}, body);
    ASSERT_EQ(asked.moves.size(), 2u);
    EXPECT_EQ(asked.moves[0].why, "succeeds");
    EXPECT_EQ(asked.moves[1].why, "fails for no reason");
    EXPECT_EQ(after({0, 0}, body, true).verdict, Verdict::passed);
    EXPECT_EQ(after({0, 1}, body, true).verdict, Verdict::wrong_result);
}

TEST(StepThrough, says_when_a_time_is_over) {
    const auto body = [] {
        std::mutex mutex;
        std::condition_variable never;
        std::atomic<int> value = 0;
        std::thread other([&] { ++value; });
        std::unique_lock lock(mutex);
        never.wait_for(lock, std::chrono::hours(1));
        ++value;
        lock.unlock();
        other.join();
    };
    const Result result = after({}, body);
    ASSERT_EQ(result.moves.size(), 2u) << result.message;
    EXPECT_EQ(result.moves[0].why, "its time is over, or for no reason");
    const Result why = after({result.moves[0].pick}, body);
    ASSERT_EQ(why.moves.size(), 2u) << why.message;
    EXPECT_EQ(why.moves[0].why, "its time is over");
    EXPECT_EQ(why.moves[1].why, "a spurious wake-up");
}

TEST(StepThrough, asks_whether_a_futex_wakes_at_once) {
    const auto body = [] {
        std::atomic<unsigned> word = 0;
        std::thread sleeper([&] { futex(word, FUTEX_WAIT_PRIVATE, 0); });
        futex(word, FUTEX_WAKE_PRIVATE, 1);
        sleeper.join();
    };
    const Result asked = after({1, 1}, body);
    ASSERT_EQ(asked.moves.size(), 2u) << asked.message;
    EXPECT_EQ(asked.moves[0].why, "sleeps until it is woken");
    EXPECT_EQ(asked.moves[1].why, "a spurious wake-up");
    EXPECT_EQ(after({1, 1, 1}, body, true).verdict, Verdict::passed);
}

TEST(StepThrough, finds_lost_wakeups_without_asking_about_the_probe) {
    const auto body = [] {
        std::mutex mutex;
        std::condition_variable changed;
        std::thread sleeper([&] {
            std::unique_lock lock(mutex);
            changed.wait(lock);
        });
        changed.notify_one();
        sleeper.join();
    };
    const Result result = after({0}, body, true);
    EXPECT_EQ(result.verdict, Verdict::lost_wakeup) << result.message;
}

}  // namespace
