#include <gtest/gtest.h>

#include <atomic>
#include <fearless/join_handle.hpp>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::JoinHandle;
using fearless::spawn;

// Can be moved, but neither copied nor made without an argument.
struct Loaf {
    explicit Loaf(int grams) : grams(std::make_unique<int>(grams)) {}
    std::unique_ptr<int> grams;
};

// What the threads do and give back. Tests share these, because each callable and each type of
// result costs the learner compile time.
auto baking(int grams) {
    return [grams] { return Loaf(grams); };
}

auto waiting_at(probe::StillGate gate) {
    return [gate] { gate.wait(); };
}

auto meeting_at(probe::Meeting meeting) {
    return [meeting] { meeting.arrive_and_wait(); };
}

int grams_of(const Loaf& loaf) {
    return loaf.grams ? *loaf.grams : 0;
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
    for (int grams : {500, 750, 1000}) {
        auto handle = spawn(baking(grams));
        static_assert(std::is_same_v<decltype(handle), JoinHandle<Loaf>>);
        EXPECT_EQ(grams_of(std::move(handle).join()), grams);
    }
}

TEST(JoinHandle, spawn_comes_back_while_the_thread_is_at_work) {
    probe::Meeting meeting(2);
    auto handle = spawn(meeting_at(meeting));
    meeting.arrive_and_wait();
    std::move(handle).join();
    EXPECT_EQ(meeting.arrived(), 2);
}

TEST(JoinHandle, join_throws_what_the_thread_threw) {
    auto nothing = spawn(fail);
    EXPECT_THROW(std::move(nothing).join(), OvenIsCold);

    auto loaf = spawn([]() -> Loaf { throw OvenIsCold("no wood"); });
    try {
        std::move(loaf).join();
        ADD_FAILURE() << "join threw nothing";
    } catch (const OvenIsCold& error) {
        EXPECT_STREQ(error.what(), "no wood");
    } catch (...) {
        ADD_FAILURE() << "join threw something else";
    }
}

TEST(JoinHandle, is_finished_does_not_wait_and_tells_the_truth) {
    probe::Meeting meeting(2);
    auto busy = spawn(meeting_at(meeting));
    EXPECT_FALSE(busy.is_finished()) << "the thread was still at work";
    meeting.arrive_and_wait();
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
    probe::Meeting meeting(2);
    auto first = spawn(meeting_at(meeting));
    auto second = std::move(first);
    meeting.arrive_and_wait();
    std::move(second).join();

    std::vector<JoinHandle<Loaf>> handles;
    for (int grams : {1, 2, 3}) handles.push_back(spawn(baking(grams)));
    for (int grams : {1, 2, 3}) EXPECT_EQ(grams_of(std::move(handles[grams - 1]).join()), grams);
}

template <typename Handle>
concept JoinsAsLvalue = requires(Handle& handle) { handle.join(); };
template <typename Handle>
concept DetachesAsLvalue = requires(Handle& handle) { handle.detach(); };

TEST(JoinHandle, only_one_handle_owns_a_thread) {
    EXPECT_FALSE(std::is_copy_constructible_v<JoinHandle<Loaf>>);
    EXPECT_FALSE(std::is_copy_assignable_v<JoinHandle<Loaf>>);
    EXPECT_FALSE(JoinsAsLvalue<JoinHandle<Loaf>>) << "join must use the handle up";
    EXPECT_FALSE(DetachesAsLvalue<JoinHandle<Loaf>>) << "detach must use the handle up";
}

TEST(JoinHandle, a_handle_without_a_thread_refuses_to_join_and_to_detach) {
    auto handle = spawn(baking(500));
    std::move(handle).join();
    EXPECT_THROW(std::move(handle).join(), std::system_error) << "it was joined already";
    EXPECT_THROW(std::move(handle).detach(), std::system_error) << "it was joined already";
}

TEST(JoinHandle, what_the_callable_owns_is_moved_in_and_the_result_is_moved_out) {
    auto bake = [loaf = Loaf(750)]() mutable { return std::move(loaf); };
    EXPECT_EQ(grams_of(spawn(std::move(bake)).join()), 750);
}

TEST(JoinHandle, a_callable_with_a_name_is_copied_and_stays_as_it_was) {
    auto weigh = [weight = probe::Tracked(250)] { return Loaf(weight.value()); };
    EXPECT_EQ(grams_of(spawn(weigh).join()), 250);
    EXPECT_EQ(grams_of(weigh()), 250);
}

TEST(JoinHandle, a_detached_thread_outlives_its_handle) {
    probe::Meeting meeting(2);
    {
        auto handle = spawn(meeting_at(meeting));
        std::move(handle).detach();
    }
    meeting.arrive_and_wait();
    EXPECT_EQ(meeting.arrived(), 2);
}

INTERLEAVE_TEST(JoinHandle, join_gives_back_the_whole_result_in_every_order) {
    EXPECT_EQ(grams_of(spawn(baking(500)).join()), 500);
}

INTERLEAVE_TEST(JoinHandle, what_a_finished_thread_wrote_can_be_read) {
    auto crumbs = std::make_shared<int>(0);
    auto handle = spawn([crumbs] { *crumbs = 7; });
    if (handle.is_finished()) EXPECT_EQ(*crumbs, 7);
    std::move(handle).join();
}

// What the thread owns is destroyed by the thread, and the last thing that it does.
class Sweeper {
  public:
    explicit Sweeper(std::atomic<int>& sweeps) : sweeps_(&sweeps) {}
    Sweeper(Sweeper&& other) noexcept : sweeps_(std::exchange(other.sweeps_, nullptr)) {}
    ~Sweeper() {
        if (sweeps_) ++*sweeps_;
    }

  private:
    std::atomic<int>* sweeps_;
};

INTERLEAVE_TEST(JoinHandle, a_dropped_handle_has_waited_in_every_order) {
    std::atomic<int> sweeps = 0;
    {
        auto handle = spawn([sweeper = Sweeper(sweeps)] {});
    }
    EXPECT_EQ(sweeps, 1) << "the handle was gone while its thread was still at work";
}

INTERLEAVE_TEST(JoinHandle, a_detached_thread_needs_nothing_of_its_handle) {
    auto handle = spawn([] {});
    try {
        std::move(handle).detach();
    } catch (const std::system_error&) {
        // The thread was joined too early, which another test says better.
    }
}

}  // namespace
