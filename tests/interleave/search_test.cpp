// The searches, through the interface of the library.
#include <gtest/gtest.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <interleave/gtest.hpp>
#include <interleave/interleave.hpp>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using interleave::explore;
using interleave::Mode;
using interleave::Options;
using interleave::Result;
using interleave::Verdict;

constexpr Mode kModes[] = {Mode::automatic, Mode::bounded, Mode::dpor,
                           Mode::surw,      Mode::pct,     Mode::random};

Options with(Mode mode) {
    Options options;
    options.mode = mode;
    return options;
}

long futex(std::atomic<unsigned>& word, int operation, unsigned value) {
    return syscall(SYS_futex, &word, operation, value, nullptr, nullptr, 0);
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

void take_in_opposite_orders() {
    std::mutex left, right;
    std::thread a([&] {
        std::lock_guard first(left);
        std::lock_guard second(right);
    });
    std::thread b([&] {
        std::lock_guard first(right);
        std::lock_guard second(left);
    });
    a.join();
    b.join();
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

// --- stepping through ---

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
