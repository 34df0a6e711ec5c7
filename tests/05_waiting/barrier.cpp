#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <fearless/barrier.hpp>
#include <stdexcept>
#include <thread>
#include <type_traits>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Barrier;

INTERLEAVE_TEST(Barrier, what_all_did_before_is_seen_by_all_afterwards) {
    Barrier barrier(2);
    int first = 0, second = 0;
    std::thread other([&] {
        first = 3;
        barrier.arrive_and_wait();
        EXPECT_EQ(second, 4);
    });
    second = 4;
    barrier.arrive_and_wait();
    EXPECT_EQ(first, 3);
    other.join();
}

// Each thread writes to its own place, and reads its neighbour's of the round before.
INTERLEAVE_TEST_BOUNDED(Barrier, it_can_be_used_again_at_once, 3) {
    Barrier barrier(2);
    int first[2] = {0, 0}, second[2] = {0, 0};
    std::thread other([&] {
        for (int round = 0; round < 2; ++round) {
            first[round] = round + 1;
            barrier.arrive_and_wait();
            EXPECT_EQ(second[round], round + 1);
        }
    });
    for (int round = 0; round < 2; ++round) {
        second[round] = round + 1;
        barrier.arrive_and_wait();
        EXPECT_EQ(first[round], round + 1);
    }
    other.join();
}

// Plain memory: the completion comes after all that arrived, and before all that go on.
INTERLEAVE_TEST_SPURIOUS(Barrier, the_completion_runs_once_between_two_rounds) {
    int sum = 0, first = 0, second = 0;
    Barrier barrier(2, [&]() noexcept { sum += first + second; });
    std::thread other([&] {
        first = 3;
        barrier.arrive_and_wait();
        EXPECT_EQ(sum, 7) << "came back before the completion had run";
    });
    second = 4;
    barrier.arrive_and_wait();
    EXPECT_EQ(sum, 7) << "came back before the completion had run";
    other.join();
}

TEST(Barrier, at_a_barrier_for_one_nobody_waits) {
    int rounds = 0;
    Barrier barrier(1, [&]() noexcept { ++rounds; });
    barrier.arrive_and_wait();
    barrier.arrive_and_wait();
    EXPECT_EQ(rounds, 2);
}

TEST(Barrier, who_waits_sleeps_until_the_last_one_arrives) {
    std::atomic<int> completed = 0;
    Barrier barrier(2, [&]() noexcept { ++completed; });
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        EXPECT_EQ(completed, 0) << "the completion ran before all had arrived";
        barrier.arrive_and_wait();
    });
    barrier.arrive_and_wait();
    EXPECT_TRUE(gate.opened()) << "came back before all had arrived";
    other.join();
}

// The door opens when every thread sleeps: both are waiting for certain.
TEST(Barrier, the_last_of_three_wakes_the_other_two) {
    Barrier barrier(3);
    std::atomic<bool> last = false;
    probe::StillGate gate;
    const auto arrive = [&] {
        barrier.arrive_and_wait();
        EXPECT_TRUE(last) << "came back before all had arrived";
    };
    std::thread one(arrive), two(arrive);
    gate.wait();
    last = true;
    arrive();
    one.join();
    two.join();
}

TEST(Barrier, the_last_one_to_arrive_runs_the_completion) {
    std::thread::id runner;
    Barrier barrier(2, [&]() noexcept { runner = std::this_thread::get_id(); });
    probe::StillGate gate;
    std::thread::id last;
    std::thread other([&] {
        gate.wait();
        last = std::this_thread::get_id();
        barrier.arrive_and_wait();
    });
    barrier.arrive_and_wait();
    other.join();
    EXPECT_EQ(runner, last);
}

TEST(Barrier, three_threads_keep_step_for_many_rounds) {
    constexpr int rounds = 200;
    std::array<int, 3> steps{};
    int in_step = 0;
    Barrier barrier(3, [&]() noexcept { in_step += steps[0] == steps[1] && steps[1] == steps[2]; });
    const auto walk = [&](int& mine) {
        for (int round = 0; round < rounds; ++round) {
            ++mine;
            barrier.arrive_and_wait();
        }
    };
    std::thread one([&] { walk(steps[0]); });
    std::thread two([&] { walk(steps[1]); });
    walk(steps[2]);
    one.join();
    two.join();
    EXPECT_EQ(in_step, rounds);
}

TEST(Barrier, a_barrier_for_zero_threads_is_refused) {
    EXPECT_THROW(Barrier<>(0), std::invalid_argument);
}

TEST(Barrier, it_stays_where_it_is_and_may_be_used_by_all) {
    EXPECT_FALSE(std::is_copy_constructible_v<Barrier<>>);
    EXPECT_TRUE(fearless::Sync<const Barrier<>>);
}

}  // namespace
