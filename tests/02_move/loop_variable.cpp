#include "02_move/loop_variable.cpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

// The start comes when all runners wait and the rest of the program sleeps: the loop that started
// them is over by then.
class TestRace final : public loop_variable::Race {
  public:
    explicit TestRace(int runners) : line_(runners) {}

    void wait_for_start() override {
        line_.arrive_and_wait();
        start_.wait();
    }

    void ran(int runner) override {
        const std::lock_guard hold(mutex_);
        too_early_ |= !start_.opened();
        numbers_.push_back(runner);
        threads_.insert(std::this_thread::get_id());
    }

    std::vector<int> sorted_numbers() const {
        std::vector<int> numbers = numbers_;
        std::ranges::sort(numbers);
        return numbers;
    }
    bool too_early() const { return too_early_; }
    const std::set<std::thread::id>& threads() const { return threads_; }

  private:
    probe::Meeting line_;
    const probe::StillGate start_;
    std::mutex mutex_;
    std::vector<int> numbers_;
    std::set<std::thread::id> threads_;
    bool too_early_ = false;
};

TEST(LoopVariable, every_runner_reports_its_own_number) {
    TestRace race(5);
    loop_variable::run_race(race, 5);
    EXPECT_EQ(race.sorted_numbers(), (std::vector{0, 1, 2, 3, 4}));
}

TEST(LoopVariable, a_single_runner_is_number_zero) {
    TestRace race(1);
    loop_variable::run_race(race, 1);
    EXPECT_EQ(race.sorted_numbers(), std::vector{0});
}

TEST(LoopVariable, every_runner_has_a_thread_of_its_own_and_waits_for_the_start) {
    TestRace race(3);
    loop_variable::run_race(race, 3);
    EXPECT_EQ(race.threads().size(), 3u);
    EXPECT_FALSE(race.threads().contains(std::this_thread::get_id()));
    EXPECT_FALSE(race.too_early()) << "a runner ran before the start";
}

TEST(LoopVariable, no_runner_means_no_thread) {
    TestRace race(0);
    loop_variable::run_race(race, 0);
    EXPECT_TRUE(race.sorted_numbers().empty());
}

// The start is at once, and the loop that starts the runners may still be at work.
class EarlyRace final : public loop_variable::Race {
  public:
    void wait_for_start() override {}
    void ran(int runner) override { ++times_[runner]; }
    int times(int runner) const { return times_[runner]; }

  private:
    std::atomic<int> times_[3] = {};
};

INTERLEAVE_TEST(LoopVariable, every_runner_has_its_number_however_late_it_looks) {
    EarlyRace race;
    loop_variable::run_race(race, 2);
    EXPECT_EQ(race.times(0), 1);
    EXPECT_EQ(race.times(1), 1);
}

}  // namespace
