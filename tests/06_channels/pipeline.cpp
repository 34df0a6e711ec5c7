#include "06_channels/pipeline.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

int add_one(int number) {
    return number + 1;
}

int times_ten(int number) {
    return number * 10;
}

TEST(Pipeline, a_few_numbers_go_through_both_steps) {
    EXPECT_EQ(run_pipeline({1, 2}, add_one, times_ten), (std::vector{20, 30}));
    EXPECT_EQ(run_pipeline({}, add_one, times_ten), std::vector<int>());
}

TEST(Pipeline, any_number_of_numbers_goes_through_in_order) {
    std::vector<int> numbers, expected;
    for (int i = 0; i < 100; ++i) {
        numbers.push_back(i);
        expected.push_back((i + 1) * 10);
    }
    EXPECT_EQ(run_pipeline(numbers, add_one, times_ten), expected);
}

TEST(Pipeline, zero_and_negative_numbers_are_numbers) {
    EXPECT_EQ(run_pipeline({-1, 0, 0, -2, 3, 0, 4}, add_one, times_ten),
              (std::vector{0, 10, 10, -10, 40, 10, 50}));
}

TEST(Pipeline, the_stages_are_at_work_at_the_same_time) {
    const probe::Meeting meeting(2);
    const Step first = [meeting](int number) {
        if (number == 2) meeting.arrive_and_wait();
        return number;
    };
    const Step second = [meeting](int number) {
        if (number == 1) meeting.arrive_and_wait();
        return number;
    };
    EXPECT_EQ(run_pipeline({1, 2, 3}, first, second), (std::vector{1, 2, 3}));
    EXPECT_EQ(meeting.arrived(), 2);
}

TEST(Pipeline, a_fast_stage_does_not_run_far_ahead_of_a_slow_one) {
    const probe::StillGate gate;  // opens when everybody sleeps: the pipeline is full then
    const auto begun = std::make_shared<std::atomic<int>>(0);
    const auto ahead = std::make_shared<std::atomic<int>>(0);
    const Step first = [begun](int number) {
        ++*begun;
        return number;
    };
    const Step second = [gate, begun, ahead](int number) {
        if (number == 1) {
            gate.wait();
            *ahead = begun->load();
        }
        return number;
    };
    const std::vector<int> numbers(20, 7);
    std::vector<int> marked = numbers;
    marked.front() = 1;
    EXPECT_EQ(run_pipeline(marked, first, second), marked);
    EXPECT_LE(*ahead, 3) << "one in the second step, one in between, one in the hand of the first";
}

TEST(Pipeline, the_steps_run_on_threads_of_their_own) {
    const auto ids = std::make_shared<std::vector<std::thread::id>>(2);
    const Step first = [ids](int number) {
        (*ids)[0] = std::this_thread::get_id();
        return number;
    };
    const Step second = [ids](int number) {
        (*ids)[1] = std::this_thread::get_id();
        return number;
    };
    run_pipeline({1}, first, second);
    EXPECT_NE((*ids)[0], (*ids)[1]) << "one thread did both steps";
    EXPECT_NE((*ids)[1], std::this_thread::get_id()) << "the calling thread did a step";
}

}  // namespace
