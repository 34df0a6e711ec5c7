#include <gtest/gtest.h>

#include <fearless/spawn.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::spawn;

// Each opens when every thread sleeps: the test is then in join(), and spawn is long over.
const probe::StillGate after_the_frame, after_the_change, after_the_return;

// Knows the thread that made it. A copy made by any other thread is made late.
class Word {
  public:
    explicit Word(std::string text) : text_(std::move(text)) {}
    Word(const Word& other) {
        if (std::this_thread::get_id() != other.home_) after_the_frame.wait();
        text_ = other.text_;
    }
    Word(Word&& other) noexcept : home_(other.home_), text_(std::move(other.text_)) {}

    int length() const { return static_cast<int>(text_.size()); }
    void change(std::string text) { text_ = std::move(text); }

  private:
    std::thread::id home_ = std::this_thread::get_id();
    std::string text_;
};

// All calls here return an int: one kind of handle is enough, and it compiles sooner.
template <const probe::StillGate& gate>
int length_later(const Word& word) {
    gate.wait();
    return word.length();
}

fearless::JoinHandle<int> spawn_with_a_local_variable() {
    const Word local("a word that lives in the frame of a function");
    return spawn(length_later<after_the_frame>, local);
}

TEST(Spawn, the_thread_has_its_arguments_when_those_of_the_caller_are_gone) {
    fearless::JoinHandle<int> thread = spawn_with_a_local_variable();
    EXPECT_EQ(std::move(thread).join(), 44);
}

TEST(Spawn, what_the_caller_changes_later_does_not_reach_the_thread) {
    Word word("before");
    fearless::JoinHandle<int> thread = spawn(length_later<after_the_change>, word);
    word.change("after");
    EXPECT_EQ(std::move(thread).join(), 6) << "the length of \"before\"";
}

TEST(Spawn, an_object_that_is_only_copied_stays_as_it_was) {
    const auto length = [](std::string taken) { return static_cast<int>(taken.size()); };
    std::string text = "still here, and too long for a small buffer";
    EXPECT_EQ(spawn(length, text).join(), 43);
    EXPECT_EQ(text, "still here, and too long for a small buffer");
}

TEST(Spawn, a_unique_ptr_moves_into_the_thread) {
    const auto take = [](std::unique_ptr<int> number) { return *number; };
    EXPECT_EQ(spawn(take, std::make_unique<int>(42)).join(), 42);
}

TEST(Spawn, a_callable_that_cannot_be_copied_moves_in_too) {
    auto add = [base = std::make_unique<int>(40)](int more) { return *base + more; };
    EXPECT_EQ(spawn(std::move(add), 2).join(), 42);
}

int value_of(const probe::Tracked& tracked) {
    return tracked.value();
}

TEST(Spawn, an_rvalue_is_never_copied) {
    probe::Tracked::reset();
    EXPECT_EQ(spawn(value_of, probe::Tracked(7)).join(), 7);
    EXPECT_EQ(probe::Tracked::copies(), 0);
}

TEST(Spawn, an_lvalue_is_copied_once) {
    probe::Tracked::reset();
    const probe::Tracked tracked(7);
    EXPECT_EQ(spawn(value_of, tracked).join(), 7);
    EXPECT_EQ(probe::Tracked::copies(), 1);
    EXPECT_EQ(tracked.value(), 7);
}

TEST(Spawn, a_reference_goes_in_where_std_ref_asks_for_it) {
    int number = 41;
    spawn([](int& counted) { return ++counted; }, std::ref(number)).join();
    EXPECT_EQ(number, 42);
}

struct Account {
    int balance = 0;
    int balance_after(int deposit) const { return balance + deposit; }
    int pay_in(int amount) { return balance += amount; }
};

TEST(Spawn, a_member_function_runs_on_the_object_that_comes_first) {
    Account account{40};
    EXPECT_EQ(spawn(&Account::balance_after, account, 2).join(), 42);
    spawn(&Account::pay_in, std::ref(account), 1).join();
    spawn(&Account::pay_in, &account, 1).join();
    EXPECT_EQ(account.balance, 42);
}

TEST(Spawn, an_array_arrives_as_a_pointer_and_several_arguments_keep_their_order) {
    const auto repeat = [](const char* text, int times, char end) {
        std::string line;
        for (int i = 0; i < times; ++i) line += text;
        return line + end == "abab!" ? 1 : 0;
    };
    EXPECT_EQ(spawn(repeat, "ab", 2, '!').join(), 1) << "twice \"ab\", then '!'";
}

TEST(Spawn, the_call_runs_on_another_thread_and_spawn_does_not_wait_for_it) {
    std::thread::id callers;
    const auto note_thread = [](const probe::StillGate& gate, std::thread::id* id) {
        gate.wait();
        *id = std::this_thread::get_id();
        return 0;
    };
    fearless::JoinHandle<int> thread = spawn(note_thread, after_the_return, &callers);
    EXPECT_FALSE(after_the_return.opened()) << "spawn came back only after the call";
    std::move(thread).join();
    EXPECT_TRUE(callers != std::this_thread::get_id()) << "the call ran on the caller's thread";
}

TEST(Spawn, what_the_call_throws_comes_out_of_join) {
    const auto fail = [](const std::string& reason) -> int { throw std::runtime_error(reason); };
    fearless::JoinHandle<int> thread = spawn(fail, "no paper");
    EXPECT_THROW(std::move(thread).join(), std::runtime_error);
}

struct Uncopyable {
    Uncopyable() = default;
    Uncopyable(const Uncopyable&) { throw std::runtime_error("no copy today"); }
};

TEST(Spawn, a_copy_that_fails_leaves_spawn_and_nothing_is_called) {
    const Uncopyable argument;
    bool called = false;
    const auto call = [&called](const Uncopyable&) { return called = true, 0; };
    EXPECT_THROW((void)spawn(call, argument), std::runtime_error);
    EXPECT_FALSE(called);
}

int times_two(const int& number) {
    return 2 * number;
}

INTERLEAVE_TEST(Spawn, the_caller_may_change_its_own_at_once) {
    int number = 21;
    fearless::JoinHandle<int> thread = spawn(times_two, number);
    number = 0;
    EXPECT_EQ(std::move(thread).join(), 42);
}

fearless::JoinHandle<int> spawn_with_a_local_number() {
    const int local = 21;
    return spawn(times_two, local);
}

INTERLEAVE_TEST(Spawn, the_thread_never_reads_a_local_variable_of_its_caller) {
    EXPECT_EQ(spawn_with_a_local_number().join(), 42);
}

}  // namespace
