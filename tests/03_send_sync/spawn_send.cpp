#include <gtest/gtest.h>

#include <atomic>
#include <fearless/arc.hpp>
#include <fearless/spawn_send.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Arc;
using fearless::make_arc;
using fearless::spawn_send;

int twice(int number) {
    return 2 * number;
}

TEST(SpawnSend, a_function_and_its_numbers_go_in) {
    EXPECT_EQ(spawn_send(twice, 21).join(), 42);
    const int number = 4;
    EXPECT_EQ(spawn_send(&twice, number).join(), 8) << "a variable is copied";
}

TEST(SpawnSend, a_lambda_without_captures_goes_in_with_or_without_arguments) {
    const auto answer = [] { return 42; };
    EXPECT_EQ(spawn_send(answer).join(), 42);
    EXPECT_EQ(spawn_send([](int a, int b) { return a - b; }, 50, 8).join(), 42);
    spawn_send([] {}).join();
}

struct Adder {
    int more;
    int operator()(int number) const { return number + more; }
};

TEST(SpawnSend, an_object_whose_class_is_send_can_be_called) {
    EXPECT_EQ(spawn_send(Adder{2}, 40).join(), 42);
}

TEST(SpawnSend, values_are_moved_in_and_results_are_moved_out) {
    const auto grow = [](std::vector<std::string> words) {
        words.push_back("more");
        return words;
    };
    const std::vector<std::string> words =
        spawn_send(grow, std::vector<std::string>{"some"}).join();
    EXPECT_EQ(words, (std::vector<std::string>{"some", "more"}));
    const auto take = [](std::unique_ptr<int> number) { return number; };
    EXPECT_EQ(*spawn_send(take, std::make_unique<int>(42)).join(), 42);
}

struct Owner {
    std::unique_ptr<int> number;
    int operator()() const { return *number; }
};

TEST(SpawnSend, a_callable_that_only_moves_is_moved_in) {
    EXPECT_EQ(spawn_send(Owner{std::make_unique<int>(42)}).join(), 42);
}

int value_of(const probe::Tracked& tracked) {
    return tracked.value();
}

}  // namespace

// Its members are private, and its counters are atomics.
template <>
inline constexpr bool fearless::enable_send<probe::Tracked> = true;

namespace {

TEST(SpawnSend, an_rvalue_is_never_copied_and_an_lvalue_once) {
    probe::Tracked::reset();
    EXPECT_EQ(spawn_send(value_of, probe::Tracked(7)).join(), 7);
    EXPECT_EQ(probe::Tracked::copies(), 0);
    const probe::Tracked tracked(8);
    EXPECT_EQ(spawn_send(value_of, tracked).join(), 8);
    EXPECT_EQ(probe::Tracked::copies(), 1);
}

TEST(SpawnSend, what_the_call_throws_comes_out_of_join) {
    const auto fail = [](const std::string& reason) { throw std::runtime_error(reason); };
    EXPECT_THROW(spawn_send(fail, std::string("no paper")).join(), std::runtime_error);
}

TEST(SpawnSend, a_reference_goes_in_where_what_it_refers_to_is_sync) {
    std::atomic<int> hits = 0;
    spawn_send([](std::atomic<int>& count) { ++count; }, std::ref(hits)).join();
    EXPECT_EQ(hits, 1);
}

TEST(SpawnSend, the_call_runs_on_another_thread_and_spawn_send_does_not_wait_for_it) {
    static const probe::StillGate gate;
    static const std::thread::id caller = std::this_thread::get_id();
    const auto wait = [] {
        gate.wait();
        return std::this_thread::get_id() != caller ? 1 : 0;
    };
    fearless::JoinHandle<int> thread = spawn_send(wait);
    EXPECT_FALSE(gate.opened()) << "spawn_send came back only after the call";
    EXPECT_EQ(std::move(thread).join(), 1) << "the call ran on the caller's thread";
}

INTERLEAVE_TEST(SpawnSend, two_threads_read_one_value_that_an_arc_keeps_alive) {
    const auto length = [](Arc<std::string> text) { return static_cast<int>(text->size()); };
    auto text = make_arc<std::string>("a text that two threads own");
    auto first = spawn_send(length, text);
    auto second = spawn_send(length, std::move(text));
    EXPECT_EQ(std::move(first).join() + std::move(second).join(), 54);
}

INTERLEAVE_TEST(SpawnSend, the_caller_may_change_its_own_at_once) {
    int number = 21;
    auto thread = spawn_send(twice, number);
    number = 0;
    EXPECT_EQ(std::move(thread).join(), 42);
}

}  // namespace
