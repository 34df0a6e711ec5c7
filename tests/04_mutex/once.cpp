#include <gtest/gtest.h>

#include <atomic>
#include <fearless/once.hpp>
#include <fearless/send_sync.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Once;
using fearless::OnceLock;

struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

INTERLEAVE_TEST(Once, it_is_done_once_and_before_any_call_returns) {
    Once once;
    int done = 0;
    const auto work = [&] { ++done; };
    std::thread other([&] {
        once.call(work);
        EXPECT_EQ(done, 1) << "a call came back before it was done";
    });
    once.call(work);
    EXPECT_EQ(done, 1) << "a call came back before it was done";
    other.join();
}

INTERLEAVE_TEST_SPURIOUS(Once, who_wakes_for_no_reason_waits_on) {
    Once once;
    int done = 0;
    const auto work = [&] { ++done; };
    std::thread other([&] { once.call(work); });
    once.call(work);
    EXPECT_EQ(done, 1) << "a call came back before it was done";
    other.join();
}

INTERLEAVE_TEST(Once, of_three_calls_all_return) {
    Once once;
    std::atomic<int> done = 0;
    const auto work = [&] { ++done; };
    std::thread first([&] { once.call(work); });
    std::thread second([&] { once.call(work); });
    once.call(work);
    first.join();
    second.join();
    EXPECT_EQ(done, 1);
}

INTERLEAVE_TEST(Once, when_one_fails_another_one_has_its_turn) {
    Once once;
    int tries = 0;
    bool failed = false;
    const auto second_time_lucky = [&] {
        if (++tries == 1) throw Broken("the first try");
    };
    const auto call = [&] {
        try {
            once.call(second_time_lucky);
            return true;
        } catch (const Broken&) {
            return false;
        }
    };
    bool other_succeeded = false;
    std::thread other([&] { other_succeeded = call(); });
    const bool succeeded = call();
    other.join();
    failed = !succeeded || !other_succeeded;
    EXPECT_TRUE(failed) << "the exception belongs to the call whose f threw it";
    EXPECT_NE(succeeded, other_succeeded) << "the one that waited has to run its own";
    EXPECT_EQ(tries, 2);
    EXPECT_TRUE(once.is_done());
}

// Whoever of the two runs its own after the failure does not know that the other one still sleeps.
INTERLEAVE_TEST(Once, when_one_fails_nobody_sleeps_on) {
    Once once;
    const auto call = [&] { once.call([] {}); };
    std::thread first;
    std::thread second;
    try {
        once.call([&] {
            first = std::thread(call);
            second = std::thread(call);
            throw Broken("the first try");
        });
    } catch (const Broken&) {
    }
    first.join();
    second.join();
    EXPECT_TRUE(once.is_done());
}

INTERLEAVE_TEST(Once, what_was_done_can_be_used_when_is_done_says_so) {
    Once once;
    int value = 0;
    std::thread other([&] { once.call([&] { value = 7; }); });
    if (once.is_done()) EXPECT_EQ(value, 7);
    other.join();
    EXPECT_TRUE(once.is_done());
}

INTERLEAVE_TEST(OnceLock, the_value_is_made_by_whoever_comes_first) {
    OnceLock<int> lock;
    std::atomic<int> made = 0;
    int seen_by_other = 0;
    std::thread other([&] { seen_by_other = lock.get_or_init([&] { return ++made; }); });
    const int seen = lock.get_or_init([&] { return ++made; });
    other.join();
    EXPECT_EQ(made, 1);
    EXPECT_EQ(seen, 1);
    EXPECT_EQ(seen_by_other, 1);
}

TEST(Once, nothing_is_done_before_the_first_call) {
    Once once;
    EXPECT_FALSE(once.is_done());
    int done = 0;
    once.call([&] { ++done; });
    EXPECT_TRUE(once.is_done());
    once.call([&] { ++done; });
    EXPECT_EQ(done, 1);
}

TEST(Once, it_is_not_done_while_f_runs) {
    Once once;
    once.call([&] { EXPECT_FALSE(once.is_done()); });
    EXPECT_TRUE(once.is_done());
}

TEST(Once, a_failure_leaves_it_new) {
    Once once;
    EXPECT_THROW(once.call([] { throw Broken("first"); }), Broken);
    EXPECT_FALSE(once.is_done());
    EXPECT_THROW(once.call([] { throw Broken("second"); }), Broken);
    int done = 0;
    EXPECT_NO_THROW(once.call([&] { ++done; }));
    EXPECT_EQ(done, 1);
}

TEST(Once, a_callable_that_only_moves_is_welcome) {
    Once once;
    int seen = 0;
    once.call([&, number = std::make_unique<int>(7)]() mutable { seen = *number; });
    EXPECT_EQ(seen, 7);
}

// The door opens when every thread sleeps, so who waits must not run in circles.
TEST(Once, who_waits_sleeps_until_it_is_done) {
    Once once;
    probe::StillGate gate;
    std::atomic<bool> running = false;
    std::thread first([&] {
        once.call([&] {
            running = true;
            gate.wait();
        });
    });
    while (!running) std::this_thread::yield();
    std::thread second([&] {
        once.call([] { ADD_FAILURE() << "it was done twice"; });
        EXPECT_TRUE(once.is_done()) << "a call came back before it was done";
    });
    once.call([] { ADD_FAILURE() << "it was done twice"; });
    EXPECT_TRUE(once.is_done()) << "a call came back before it was done";
    first.join();
    second.join();
}

TEST(OnceLock, there_is_no_value_before_the_first_call) {
    OnceLock<std::unique_ptr<int>> lock;
    EXPECT_EQ(lock.get(), nullptr);
    EXPECT_THROW(lock.get_or_init([]() -> std::unique_ptr<int> { throw Broken("no value"); }),
                 Broken);
    EXPECT_EQ(lock.get(), nullptr);
    const auto& value = lock.get_or_init([] { return std::make_unique<int>(7); });
    EXPECT_EQ(*value, 7);
    ASSERT_NE(lock.get(), nullptr);
    EXPECT_EQ(lock.get(), &value);
}

TEST(OnceLock, it_is_as_fit_for_travelling_as_its_value) {
    EXPECT_TRUE(fearless::Send<Once> && fearless::Sync<const Once>);
    EXPECT_TRUE(fearless::Send<OnceLock<int>> && fearless::Sync<const OnceLock<int>>);
    EXPECT_FALSE(fearless::Send<OnceLock<int*>> || fearless::Sync<const OnceLock<int*>>);
}

}  // namespace
