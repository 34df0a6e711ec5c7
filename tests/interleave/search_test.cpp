// The searches, through the interface of the library.
#include <gtest/gtest.h>
#include <linux/futex.h>

#include <atomic>
#include <interleave/gtest.hpp>
#include <interleave/interleave.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bodies.hpp"

namespace {

using interleave::explore;
using interleave::Mode;
using interleave::Options;
using interleave::Result;
using interleave::Verdict;
using tested::futex;
using tested::take_in_opposite_orders;

constexpr Mode kModes[] = {Mode::automatic, Mode::bounded, Mode::dpor,
                           Mode::surw,      Mode::pct,     Mode::random};

Options with(Mode mode) {
    Options options;
    options.mode = mode;
    return options;
}

// N threads, each with one step; on one variable or on one of its own.
void increments(int threads, bool together) {
    std::vector<std::unique_ptr<std::atomic<int>>> variables;
    for (int i = 0; i < threads; ++i) variables.push_back(std::make_unique<std::atomic<int>>(0));
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i) {
        std::atomic<int>& mine = *variables[static_cast<std::size_t>(together ? 0 : i)];
        all.emplace_back([&mine] { mine.fetch_add(1); });
    }
    for (auto& thread : all) thread.join();
}

TEST(Dpor, runs_each_order_of_n_increments_once) {
    std::uint64_t factorial = 1;
    for (int n = 2; n <= 5; ++n) {
        factorial *= static_cast<std::uint64_t>(n);
        const Result result = explore(with(Mode::dpor), [n] { increments(n, true); });
        EXPECT_EQ(result.verdict, Verdict::passed) << result.message;
        EXPECT_TRUE(result.exhausted);
        EXPECT_EQ(result.traces, factorial) << n;
        EXPECT_EQ(result.executions, factorial) << n;
    }
}

// Which executions there are when a thread waits on a word, with and without spurious wake-ups.
std::pair<std::uint64_t, std::uint64_t> executions_of(void (*wait)(std::atomic<unsigned>&)) {
    const auto count = [wait](int spurious) {
        Options options = with(Mode::dpor);
        options.futex_spurious = spurious;
        const Result result = explore(options, [wait] {
            std::atomic<unsigned> word = 0;
            std::thread waiter([&] { wait(word); });
            word = 1;
            futex(word, FUTEX_WAKE_PRIVATE, 1);
            waiter.join();
        });
        EXPECT_EQ(result.verdict, Verdict::passed) << result.message;
        EXPECT_TRUE(result.exhausted);
        return result.executions;
    };
    return {count(0), count(1)};
}

TEST(Dpor, wakes_the_programs_own_futex_calls_spuriously) {
    const auto [woken, early] = executions_of([](std::atomic<unsigned>& word) {
        while (word == 0) futex(word, FUTEX_WAIT_PRIVATE, 0);
    });
    EXPECT_GT(early, woken);
}

TEST(Dpor, leaves_the_waits_of_the_standard_library_alone) {
    const auto [woken, early] = executions_of([](std::atomic<unsigned>& word) { word.wait(0); });
    EXPECT_EQ(early, woken);
}

TEST(Dpor, runs_independent_threads_once) {
    for (int n = 1; n <= 6; ++n) {
        const Result result = explore(with(Mode::dpor), [n] { increments(n, false); });
        EXPECT_EQ(result.verdict, Verdict::passed) << result.message;
        EXPECT_TRUE(result.exhausted);
        EXPECT_EQ(result.executions, 1u) << n;
    }
}

TEST(Explore, every_mode_finds_a_lost_update) {
    for (const Mode mode : kModes) {
        const Result result = explore(with(mode), [] {
            std::atomic<int> counter = 0;
            const auto add = [&] { counter = counter + 1; };
            std::thread a(add), b(add);
            a.join();
            b.join();
            if (counter != 2) interleave::fail("an update is lost");
        });
        EXPECT_EQ(result.verdict, Verdict::wrong_result) << static_cast<int>(mode);
        EXPECT_EQ(result.message.find("an update is lost") == std::string::npos, false)
            << result.message;
        EXPECT_NE(result.schedule, "");
    }
}

TEST(Explore, every_mode_finds_a_data_race) {
    for (const Mode mode : kModes) {
        const Result result = explore(with(mode), [] {
            int counter = 0;
            std::thread a([&] { ++counter; }), b([&] { ++counter; });
            a.join();
            b.join();
        });
        EXPECT_EQ(result.verdict, Verdict::data_race) << static_cast<int>(mode);
        EXPECT_EQ(result.places.size(), 2u);
    }
}

TEST(Explore, a_token_leads_to_the_same_events) {
    const Result found = explore({}, take_in_opposite_orders);
    ASSERT_EQ(found.verdict, Verdict::deadlock) << found.message;
    Options options;
    options.schedule = found.schedule;
    const Result again = explore(options, take_in_opposite_orders);
    EXPECT_EQ(again.verdict, found.verdict);
    EXPECT_EQ(again.message, found.message);
    ASSERT_EQ(again.events.size(), found.events.size());
    for (std::size_t i = 0; i < found.events.size(); ++i) {
        EXPECT_EQ(again.events[i].thread, found.events[i].thread);
        EXPECT_EQ(again.events[i].action, found.events[i].action);
        EXPECT_EQ(again.events[i].stack, found.events[i].stack);
    }
}

TEST(Explore, refuses_what_is_no_token) {
    Options options;
    for (const char* token : {"nonsense", "00000000/1>1", "/"}) {
        options.schedule = token;
        EXPECT_THROW(explore(options, take_in_opposite_orders), std::invalid_argument) << token;
    }
}

TEST(Explore, a_seed_leads_to_the_same_search) {
    for (const Mode mode : {Mode::surw, Mode::pct, Mode::random}) {
        Options options = with(mode);
        options.seed = 7;
        const Result first = explore(options, take_in_opposite_orders);
        const Result second = explore(options, take_in_opposite_orders);
        EXPECT_EQ(first.executions, second.executions);
        EXPECT_EQ(first.schedule, second.schedule);
    }
}

TEST(Explore, keeps_to_the_most_executions) {
    for (const Mode mode : kModes) {
        Options options = with(mode);
        options.max_executions = 17;
        const Result result = explore(options, [] { increments(5, true); });
        EXPECT_LE(result.executions, 17u) << static_cast<int>(mode);
        EXPECT_FALSE(result.exhausted);
    }
}

TEST(Explore, takes_an_execution_that_is_too_long_for_a_livelock) {
    const auto count = [] {
        std::atomic<int> rounds = 0;
        std::thread other([&] { ++rounds; });
        while (rounds < 300) ++rounds;
        other.join();
    };
    Options options;
    options.mode = Mode::bounded;
    options.bound = 0;
    EXPECT_EQ(explore(options, count).verdict, Verdict::passed);
    options.max_length = 500;
    EXPECT_EQ(explore(options, count).verdict, Verdict::livelock);
}

TEST(TsanSimulate, runs_the_callback_under_every_schedule) {
    // Looks once, at what another thread may have done or not.
    const auto look = [](void* expected) {
        std::atomic<int> value = 0;
        std::thread other([&] { value = 1; });
        const int seen = value;
        other.join();
        if (seen > *static_cast<int*>(expected)) interleave::fail("it was quicker");
    };
    int least = 0, most = 1;
    EXPECT_EQ(__tsan_simulate(look, &most), 0);
    EXPECT_EQ(__tsan_simulate(look, &least), 1);
}

TEST(Outcomes, are_all_that_the_body_can_return) {
    const Result result = interleave::outcomes(with(Mode::dpor), [] {
        std::atomic<int> x = 0, y = 0;
        int seen_y = 0, seen_x = 0;
        std::thread a([&] {
            x = 1;
            seen_y = y;
        });
        std::thread b([&] {
            y = 1;
            seen_x = x;
        });
        a.join();
        b.join();
        return std::to_string(seen_y) + std::to_string(seen_x);
    });
    std::vector<std::string> values;
    for (const auto& outcome : result.outcomes) values.push_back(outcome.value);
    EXPECT_EQ(values, (std::vector<std::string>{"01", "10", "11"}));
    EXPECT_TRUE(result.exhausted);
}

INTERLEAVE_TEST(InterleaveTest, passes_when_every_schedule_does) {
    std::atomic<int> counter = 0;
    std::thread a([&] { ++counter; }), b([&] { ++counter; });
    a.join();
    b.join();
    EXPECT_EQ(counter, 2);
}

}  // namespace
