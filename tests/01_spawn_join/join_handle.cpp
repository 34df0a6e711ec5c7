#include <gtest/gtest.h>

#include <fearless/join_handle.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/probe.hpp"

namespace {

using fearless::JoinHandle;
using fearless::spawn;

// What the threads do. Tests share these, because each callable of its own costs the learner
// compile time.
auto giving(int number) {
    return [number] { return number; };
}

auto waiting_at(probe::StillGate gate) {
    return [gate] { gate.wait(); };
}

auto meeting_at(std::shared_ptr<probe::Meeting> meeting) {
    return [meeting] { meeting->arrive_and_wait(); };
}

struct OvenIsCold : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void fail() {
    throw OvenIsCold("no fire");
}

// Until every thread but this one is gone.
void wait_until_alone() {
    while (probe::live_threads() > 1) std::this_thread::yield();
}

TEST(JoinHandle, join_gives_back_what_the_thread_returned) {
    for (int number : {0, 42, -18}) {
        auto handle = spawn(giving(number));
        static_assert(std::is_same_v<decltype(handle), JoinHandle<int>>);
        EXPECT_EQ(std::move(handle).join(), number);
    }
}

TEST(JoinHandle, spawn_comes_back_while_the_thread_is_at_work) {
    auto meeting = std::make_shared<probe::Meeting>(2);
    const auto caller = std::this_thread::get_id();
    auto handle = spawn([meeting, caller] {
        meeting->arrive_and_wait();
        return std::this_thread::get_id() == caller ? 1 : 2;
    });
    meeting->arrive_and_wait();
    EXPECT_EQ(std::move(handle).join(), 2) << "the calling thread ran it itself";
}

TEST(JoinHandle, join_throws_what_the_thread_threw) {
    auto nothing = spawn(fail);
    EXPECT_THROW(std::move(nothing).join(), OvenIsCold);

    auto number = spawn([]() -> int { throw OvenIsCold("no wood"); });
    try {
        std::move(number).join();
        ADD_FAILURE() << "join threw nothing";
    } catch (const OvenIsCold& error) {
        EXPECT_STREQ(error.what(), "no wood");
    } catch (...) {
        ADD_FAILURE() << "join threw something else";
    }
}

TEST(JoinHandle, is_finished_does_not_wait_and_tells_the_truth) {
    auto meeting = std::make_shared<probe::Meeting>(2);
    auto busy = spawn(meeting_at(meeting));
    EXPECT_FALSE(busy.is_finished()) << "the thread was still at work";
    meeting->arrive_and_wait();
    wait_until_alone();
    EXPECT_TRUE(busy.is_finished()) << "the thread had ended";

    auto failed = spawn(fail);
    wait_until_alone();
    EXPECT_TRUE(failed.is_finished()) << "the thread had ended with an exception";
}

TEST(JoinHandle, join_waits_for_the_thread) {
    probe::StillGate gate;
    auto handle = spawn(waiting_at(gate));
    static_assert(std::is_same_v<decltype(handle), JoinHandle<void>>);
    std::move(handle).join();
    EXPECT_TRUE(gate.opened()) << "join came back while the thread was still at work";
}

TEST(JoinHandle, a_dropped_handle_waits_for_its_thread) {
    probe::StillGate gate;
    {
        auto handle = spawn(waiting_at(gate));
    }
    EXPECT_TRUE(gate.opened()) << "the handle was gone while its thread was still at work";
}

TEST(JoinHandle, a_dropped_handle_drops_the_exception_too) {
    EXPECT_NO_THROW({ auto handle = spawn(fail); });
}

TEST(JoinHandle, a_handle_that_is_assigned_to_first_waits_for_its_old_thread) {
    probe::StillGate gate;
    auto handle = spawn(waiting_at(gate));
    handle = spawn(fail);
    EXPECT_TRUE(gate.opened()) << "the old thread was still at work";
    EXPECT_THROW(std::move(handle).join(), OvenIsCold) << "the handle has its old thread";
}

TEST(JoinHandle, a_moved_handle_takes_its_thread_along) {
    auto meeting = std::make_shared<probe::Meeting>(2);
    auto first = spawn([meeting] {
        meeting->arrive_and_wait();
        return 42;
    });
    auto second = std::move(first);
    meeting->arrive_and_wait();
    EXPECT_EQ(std::move(second).join(), 42);

    std::vector<JoinHandle<int>> handles;
    for (int number : {1, 2, 3}) handles.push_back(spawn(giving(number)));
    for (int number : {1, 2, 3}) EXPECT_EQ(std::move(handles[number - 1]).join(), number);
}

template <typename Handle>
concept JoinsAsLvalue = requires(Handle& handle) { handle.join(); };
template <typename Handle>
concept DetachesAsLvalue = requires(Handle& handle) { handle.detach(); };

TEST(JoinHandle, only_one_handle_owns_a_thread) {
    EXPECT_FALSE(std::is_copy_constructible_v<JoinHandle<int>>);
    EXPECT_FALSE(std::is_copy_assignable_v<JoinHandle<int>>);
    EXPECT_FALSE(JoinsAsLvalue<JoinHandle<int>>) << "join must use the handle up";
    EXPECT_FALSE(DetachesAsLvalue<JoinHandle<int>>) << "detach must use the handle up";
}

// Can be moved, but neither copied nor made without an argument.
struct Loaf {
    explicit Loaf(int grams) : grams(std::make_unique<int>(grams)) {}
    std::unique_ptr<int> grams;
};

TEST(JoinHandle, what_the_callable_owns_is_moved_in_and_the_result_is_moved_out) {
    auto bake = [loaf = Loaf(750)]() mutable { return std::move(loaf); };
    const Loaf loaf = spawn(std::move(bake)).join();
    ASSERT_NE(loaf.grams, nullptr);
    EXPECT_EQ(*loaf.grams, 750);
}

TEST(JoinHandle, a_callable_with_a_name_is_copied_and_stays_as_it_was) {
    auto weigh = [weight = std::make_shared<int>(250)] { return weight ? *weight : 0; };
    EXPECT_EQ(spawn(weigh).join(), 250);
    EXPECT_EQ(weigh(), 250);
}

TEST(JoinHandle, a_detached_thread_outlives_its_handle) {
    auto meeting = std::make_shared<probe::Meeting>(2);
    {
        auto handle = spawn(meeting_at(meeting));
        std::move(handle).detach();
    }
    meeting->arrive_and_wait();
    EXPECT_EQ(meeting->arrived(), 2);
}

}  // namespace
