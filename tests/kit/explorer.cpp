// What an INTERLEAVE_TEST calls in the kit of the engine `schedules`.
//
// The runner starts a program for each explored test, so that nothing of another test is in its
// memory, and the program needs no process of its own. Only this side seals the result: a
// submission that calls explore() itself can but explore, once, in the name of the test that runs.
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <interleave/interleave.hpp>
#include <sstream>
#include <stdexcept>
#include <string>

#include "interleave/report/json.hpp"
#include "kit/grader.hpp"
#include "kit/schedules.hpp"

using course::Channel;
using course::Halt;
using course::Phase;

namespace {

// Of one execution. A body is small: what takes so long goes round in circles.
constexpr std::uint64_t kMostSteps = 20'000;

// While it lives, a failed expectation ends the execution that it is in.
class ExpectationsFail : public testing::ScopedFakeTestPartResultReporter {
  public:
    ExpectationsFail() : ScopedFakeTestPartResultReporter(INTERCEPT_ALL_THREADS, &unused_) {}
    void ReportTestPartResult(const testing::TestPartResult& part) override {
        if (part.failed()) interleave::fail(part.message());
    }

  private:
    testing::TestPartResultArray unused_;
};

// GoogleTest makes some of what a failure needs with the first one, and keeps it: were that in an
// execution, the later ones would find what belongs to an execution that is gone.
void fail_once() {
    testing::TestPartResultArray unused;
    const testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ALL_THREADS, &unused);
    ADD_FAILURE();
}

interleave::Options wanted(int spurious_futex_wake_ups, int preemptions) {
    const Channel& channel = grader::channel();
    interleave::Options options;
    options.futex_spurious = spurious_futex_wake_ups;
    if (channel.explore_bound >= 0) preemptions = channel.explore_bound;
    if (preemptions >= 0) {
        options.mode = interleave::Mode::bounded;
        options.bound = preemptions;
    }
    options.seed = channel.explore_seed;
    options.max_steps = channel.explore_steps;
    options.max_length = kMostSteps;
    options.max_seconds = channel.explore_seconds;
    std::istringstream own(channel.explore_own);
    for (std::string file; std::getline(own, file);) options.own.push_back(file);
    if (channel.explore_step == 0) {
        options.schedule = channel.explore_schedule;
        return options;
    }
    options.step_through = true;
    std::istringstream picks(channel.explore_schedule);
    for (int pick; picks >> pick;) options.picks.push_back(pick);
    return options;
}

// Without the steps where all of them are more than the log holds.
std::string as_json(interleave::Result& result) {
    std::string text = interleave::to_json(result);
    if (text.size() < Channel::kLogBytes / 2) return text;
    result.events.clear();
    result.output.clear();
    return interleave::to_json(result);
}

}  // namespace

void schedules::explore(void (*body)(), int spurious_futex_wake_ups, int preemptions) {
    static std::atomic<bool> begun{false};
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    if (!test || begun.exchange(true)) grader::halt(Halt::early_exit, 0, "");
    const std::string name = std::string(test->test_suite_name()) + "." + test->name();
    try {
        fail_once();
        interleave::Result result;
        {
            ExpectationsFail reporter;
            result = interleave::explore_here(wanted(spurious_futex_wake_ups, preemptions), body);
        }
        const bool passed = result.verdict == interleave::Verdict::passed;
        grader::record({"explored", name, as_json(result)});
        if (passed) grader::record({"passed", name});
    } catch (const std::invalid_argument& error) {
        grader::record({"not_a_schedule", name, error.what()});
    } catch (const std::exception& error) {
        grader::record({"cannot_explore", name, error.what()});
    }
    grader::channel().phase = Phase::finished;
    _exit(0);
}
