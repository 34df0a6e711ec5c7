#include "01_spawn_join/join_all.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

struct CopyFailed : std::runtime_error {
    CopyFailed() : std::runtime_error("this job cannot be copied") {}
};

// A job whose copy fails once it is armed. The constructor of its std::thread then throws, as it
// does when the system is out of threads.
class Uncopyable {
  public:
    explicit Uncopyable(std::shared_ptr<bool> armed) : armed_(std::move(armed)) {}
    Uncopyable(const Uncopyable& other) : armed_(other.armed_) {
        if (*armed_) throw CopyFailed();
    }
    void operator()() const {}

  private:
    std::shared_ptr<bool> armed_;
};

// `before`, then a job that cannot be started, then `after`.
std::vector<Job> with_a_failure(const std::vector<Job>& before, const std::vector<Job>& after) {
    auto armed = std::make_shared<bool>(false);
    std::vector<Job> jobs = before;
    jobs.emplace_back(Uncopyable(armed));
    jobs.insert(jobs.end(), after.begin(), after.end());
    *armed = true;
    return jobs;
}

TEST(JoinAll, the_jobs_run_at_the_same_time) {
    auto meeting = std::make_shared<probe::Meeting>(3);
    run_all(std::vector<Job>(3, [meeting] { meeting->arrive_and_wait(); }));
    EXPECT_EQ(meeting->arrived(), 3);
}

TEST(JoinAll, it_waits_for_the_slowest_job_wherever_it_stands) {
    for (std::size_t slow = 0; slow < 3; ++slow) {
        probe::StillGate gate;
        std::vector<Job> jobs(3, [] {});
        jobs[slow] = [gate] { gate.wait(); };
        run_all(jobs);
        EXPECT_TRUE(gate.opened()) << "came back while job " << slow << " was still at work";
    }
}

TEST(JoinAll, the_threads_that_run_are_joined_when_the_next_one_cannot_be_started) {
    for (std::size_t slow = 0; slow < 2; ++slow) {
        probe::StillGate gate;
        std::vector<Job> before(2, [] {});
        before[slow] = [gate] { gate.wait(); };
        try {
            run_all(with_a_failure(before, {}));
        } catch (...) {
        }
        EXPECT_TRUE(gate.opened()) << "came back while job " << slow << " was still at work";
    }
}

TEST(JoinAll, the_exception_goes_on_to_the_caller) {
    EXPECT_THROW(run_all(with_a_failure({[] {}, [] {}}, {[] {}})), CopyFailed);
    EXPECT_THROW(run_all(with_a_failure({}, {})), CopyFailed);
}

TEST(JoinAll, no_job_is_started_after_the_failure) {
    auto before = std::make_shared<std::atomic<int>>(0);
    auto after = std::make_shared<std::atomic<int>>(0);
    EXPECT_THROW(run_all(with_a_failure({[before] { ++*before; }}, {[after] { ++*after; }})),
                 CopyFailed);
    EXPECT_EQ(*before, 1);
    EXPECT_EQ(*after, 0);
}

TEST(JoinAll, no_jobs_are_no_problem) {
    EXPECT_NO_THROW(run_all({}));
}

INTERLEAVE_TEST(JoinAll, every_job_is_done_in_every_order) {
    auto done = std::make_shared<std::atomic<int>>(0);
    run_all(std::vector<Job>(2, [done] { ++*done; }));
    EXPECT_EQ(*done, 2) << "came back while a job was still at work";
}

INTERLEAVE_TEST(JoinAll, the_jobs_that_run_are_done_in_every_order_when_the_next_one_fails) {
    auto done = std::make_shared<std::atomic<int>>(0);
    try {
        run_all(with_a_failure({[done] { ++*done; }}, {}));
    } catch (...) {
    }
    EXPECT_EQ(*done, 1) << "threw while a job was still at work";
}

INTERLEAVE_TEST(JoinAll, the_caller_sees_all_that_the_jobs_have_done) {
    int first = 0, second = 0;
    run_all({[&first] { first = 3; }, [&second] { second = 4; }});
    EXPECT_EQ(first + second, 7);
}

}  // namespace
