#include "01_spawn_join/forgotten_join.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

TEST(ForgottenJoin, the_task_is_done_when_the_function_returns) {
    probe::StillGate gate;
    auto done = std::make_shared<std::atomic<bool>>(false);
    run_on_a_thread([gate, done] {
        gate.wait();
        *done = true;
    });
    EXPECT_TRUE(*done) << "run_on_a_thread came back while the task was still at work";
}

TEST(ForgottenJoin, the_task_runs_on_a_thread_of_its_own) {
    auto runner = std::make_shared<std::atomic<std::thread::id>>();
    run_on_a_thread([runner] { *runner = std::this_thread::get_id(); });
    EXPECT_NE(runner->load(), std::thread::id{}) << "nobody ran the task";
    EXPECT_NE(runner->load(), std::this_thread::get_id()) << "the calling thread ran the task";
}

TEST(ForgottenJoin, the_task_runs_once_for_each_call) {
    auto runs = std::make_shared<std::atomic<int>>(0);
    for (int call = 1; call <= 3; ++call) {
        run_on_a_thread([runs] { ++*runs; });
        EXPECT_EQ(*runs, call);
    }
}

INTERLEAVE_TEST(ForgottenJoin, the_task_is_done_in_every_order) {
    auto done = std::make_shared<std::atomic<bool>>(false);
    run_on_a_thread([done] { *done = true; });
    EXPECT_TRUE(*done) << "run_on_a_thread came back while the task was still at work";
}

INTERLEAVE_TEST(ForgottenJoin, the_caller_sees_all_that_the_task_has_done) {
    int result = 0;
    run_on_a_thread([&result] { result = 7; });
    EXPECT_EQ(result, 7);
}

}  // namespace
