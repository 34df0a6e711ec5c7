#include "01_spawn_join/join_in_loop.cpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using Tasks = std::vector<std::function<void()>>;

TEST(JoinInLoop, all_tasks_are_at_work_at_the_same_time) {
    auto meeting = std::make_shared<probe::Meeting>(4);
    run_all_at_once(Tasks(4, [meeting] { meeting->arrive_and_wait(); }));
    EXPECT_EQ(meeting->arrived(), 4);
}

TEST(JoinInLoop, it_waits_for_the_slowest_task_wherever_it_stands) {
    for (std::size_t slow = 0; slow < 3; ++slow) {
        probe::StillGate gate;
        Tasks tasks(3, [] {});
        tasks[slow] = [gate] { gate.wait(); };
        run_all_at_once(tasks);
        EXPECT_TRUE(gate.opened()) << "came back while task " << slow << " was still at work";
    }
}

TEST(JoinInLoop, every_task_has_a_thread_of_its_own) {
    // The tasks meet, so that no thread can have ended and given its id to the next one.
    auto meeting = std::make_shared<probe::Meeting>(3);
    auto runners = std::make_shared<std::vector<std::thread::id>>(3);
    Tasks tasks;
    for (std::size_t i = 0; i < runners->size(); ++i) {
        tasks.push_back([meeting, runners, i] {
            (*runners)[i] = std::this_thread::get_id();
            meeting->arrive_and_wait();
        });
    }
    run_all_at_once(tasks);
    const std::set<std::thread::id> different(runners->begin(), runners->end());
    EXPECT_EQ(different.size(), 3u) << "two tasks shared a thread";
    EXPECT_FALSE(different.contains(std::this_thread::get_id()))
        << "the calling thread ran a task itself";
}

TEST(JoinInLoop, every_task_runs_exactly_once) {
    auto runs = std::make_shared<std::vector<std::atomic<int>>>(5);
    Tasks tasks;
    for (std::size_t i = 0; i < runs->size(); ++i) tasks.push_back([runs, i] { ++(*runs)[i]; });
    run_all_at_once(tasks);
    EXPECT_TRUE(std::ranges::all_of(*runs, [](int count) { return count == 1; }));
}

TEST(JoinInLoop, no_tasks_are_no_problem) {
    EXPECT_NO_THROW(run_all_at_once({}));
}

INTERLEAVE_TEST(JoinInLoop, every_task_is_done_in_every_order) {
    auto done = std::make_shared<std::atomic<int>>(0);
    run_all_at_once(Tasks(2, [done] { ++*done; }));
    EXPECT_EQ(*done, 2) << "came back while a task was still at work";
}

INTERLEAVE_TEST(JoinInLoop, the_caller_sees_all_that_the_tasks_have_done) {
    int first = 0, second = 0;
    run_all_at_once({[&first] { first = 3; }, [&second] { second = 4; }});
    EXPECT_EQ(first + second, 7);
}

}  // namespace
