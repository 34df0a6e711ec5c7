#include "06_channels/fan_out.cpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

std::vector<int> sorted(std::vector<int> values) {
    std::ranges::sort(values);
    return values;
}

int doubled(int job) {
    return 2 * job;
}

TEST(FanOut, the_workers_are_at_work_at_the_same_time) {
    const probe::Meeting meeting(3);
    const auto work = [meeting](int job) {
        meeting.arrive_and_wait();
        return job;
    };
    EXPECT_EQ(sorted(run_jobs({1, 2, 3}, 3, work)), (std::vector{1, 2, 3}));
    EXPECT_EQ(meeting.arrived(), 3);
}

TEST(FanOut, every_job_is_done_once_and_every_result_arrives) {
    std::vector<int> jobs, expected;
    for (int i = 0; i < 60; ++i) {
        jobs.push_back(i);
        expected.push_back(2 * i);
    }
    for (const int workers : {1, 2, 5}) {
        EXPECT_EQ(sorted(run_jobs(jobs, workers, doubled)), expected) << workers << " workers";
    }
}

TEST(FanOut, more_workers_than_jobs_are_no_problem) {
    EXPECT_EQ(run_jobs({0}, 4, doubled), std::vector{0});
    EXPECT_EQ(run_jobs({}, 4, doubled), std::vector<int>());
}

TEST(FanOut, a_slow_job_does_not_hold_up_the_others) {
    const probe::StillGate gate;  // opens when everybody else has nothing left to do
    const auto done = std::make_shared<std::atomic<int>>(0);
    const auto before_the_slow_one = std::make_shared<std::atomic<int>>(0);
    const auto work = [gate, done, before_the_slow_one](int job) {
        if (job == 1) {
            gate.wait();
            *before_the_slow_one = done->load();
        }
        ++*done;
        return job;
    };
    EXPECT_EQ(run_jobs({1, 2, 3, 4, 5, 6}, 2, work).size(), 6u);
    EXPECT_EQ(*before_the_slow_one, 5) << "the other worker had time for all other jobs";
}

INTERLEAVE_TEST_BOUNDED(FanOut, two_workers_do_not_receive_at_the_same_time, 2) {
    EXPECT_EQ(run_jobs({}, 2, doubled), std::vector<int>());
}

}  // namespace
