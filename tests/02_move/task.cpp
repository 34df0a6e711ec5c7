#include <gtest/gtest.h>

#include <cstdint>
#include <fearless/task.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Task;
using probe::Tracked;

TEST(Task, a_task_runs_its_callable_after_it_has_moved_and_not_before_it_is_called) {
    int calls = 0;
    Task first([&calls] { ++calls; });
    Task second(std::move(first));
    EXPECT_EQ(calls, 0);
    second();
    EXPECT_EQ(calls, 1);
}

Task task_with_its_own_number(int& out) {
    auto number = std::make_unique<int>(42);
    return Task([number = std::move(number), &out] { out = *number; });
}

TEST(Task, a_task_owns_its_callable_even_one_that_cannot_be_copied) {
    int out = 0;
    Task task = task_with_its_own_number(out);
    task();
    EXPECT_EQ(out, 42);
}

TEST(Task, a_callable_given_as_an_lvalue_is_copied_and_stays_with_its_owner) {
    int out = 0;
    Task task;
    {
        auto store = [text = std::string("a text too long for a small buffer"), &out] {
            out = static_cast<int>(text.size());
        };
        task = Task(store);
        store();
    }
    EXPECT_EQ(std::exchange(out, 0), 34);
    task();
    EXPECT_EQ(out, 34);
}

TEST(Task, a_callable_given_as_an_rvalue_is_never_copied) {
    Tracked tracked;
    auto callable = [tracked = std::move(tracked)] { (void)tracked; };
    Tracked::reset();
    Task first(std::move(callable));
    Task second(std::move(first));
    second();
    EXPECT_EQ(Tracked::copies(), 0);
}

TEST(Task, a_task_is_never_copied_and_moves_without_exceptions) {
    EXPECT_FALSE(std::is_copy_constructible_v<Task>);
    EXPECT_FALSE(std::is_copy_assignable_v<Task>);
    EXPECT_FALSE((std::is_constructible_v<Task, Task&>));
    EXPECT_TRUE(std::is_nothrow_move_constructible_v<Task>);
    EXPECT_TRUE(std::is_nothrow_move_assignable_v<Task>);
}

TEST(Task, a_task_that_was_moved_from_is_empty) {
    Task first([] {});
    EXPECT_TRUE(first);
    Task second(std::move(first));
    EXPECT_FALSE(first);
    EXPECT_TRUE(second);
    Task third;
    third = std::move(second);
    EXPECT_FALSE(second);
    EXPECT_TRUE(third);
}

TEST(Task, calling_an_empty_task_throws_bad_function_call) {
    Task empty;
    EXPECT_FALSE(empty);
    EXPECT_THROW(empty(), std::bad_function_call);
}

TEST(Task, an_assignment_destroys_the_old_callable) {
    const int before = Tracked::alive();
    Task task([held = Tracked(1)] { (void)held; });
    EXPECT_EQ(Tracked::alive(), before + 1);
    Task other([] {});
    task = std::move(other);
    EXPECT_EQ(Tracked::alive(), before);
    EXPECT_NO_THROW(task());
}

TEST(Task, a_task_can_be_called_again_and_keeps_its_state) {
    int seen = 0;
    Task count([calls = 0, &seen]() mutable { seen = ++calls; });
    count();
    EXPECT_NO_THROW(count());
    EXPECT_EQ(seen, 2);
}

TEST(Task, an_exception_of_the_callable_reaches_the_caller_of_the_task) {
    bool fail = false;
    Task task([&fail] {
        if (fail) throw std::runtime_error("no paper");
    });
    fail = true;
    EXPECT_THROW(task(), std::runtime_error);
    fail = false;
    EXPECT_NO_THROW(task());
}

int answer() {
    return 42;
}

TEST(Task, functions_and_reference_wrappers_are_callables_and_results_are_dropped) {
    Task function(answer);
    function();
    int calls = 0;
    auto count = [&calls]() mutable { return ++calls; };
    Task by_reference(std::ref(count));
    by_reference();
    EXPECT_EQ(calls, 1);
}

struct alignas(64) CacheLine {
    int numbers[256]{};
};

TEST(Task, a_large_callable_keeps_its_content_and_its_alignment) {
    CacheLine line;
    for (int i = 0; i < 256; ++i) line.numbers[i] = i;
    int sum = 0;
    std::uintptr_t misaligned = 1;
    Task first([line, &sum, &misaligned] {
        for (int number : line.numbers) sum += number;
        misaligned = reinterpret_cast<std::uintptr_t>(&line) % alignof(CacheLine);
    });
    Task second(std::move(first));
    second();
    EXPECT_EQ(sum, 255 * 256 / 2);
    EXPECT_TRUE(misaligned == 0) << "the callable was not aligned as it asks";
}

TEST(Task, tasks_wait_in_a_queue_and_run_on_another_thread) {
    std::vector<Task> queue;
    int sum = 0;
    for (int i = 1; i <= 3; ++i)
        queue.push_back([number = std::make_unique<int>(i), &sum] { sum += *number; });
    std::thread worker([queue = std::move(queue)]() mutable {
        for (Task& task : queue) task();
    });
    worker.join();
    EXPECT_EQ(sum, 6);
}

INTERLEAVE_TEST(Task, what_its_old_owner_does_does_not_reach_a_task_that_has_moved) {
    int out = 0;
    Task first([number = std::make_unique<int>(42), &out] { out = *number; });
    std::thread worker([task = Task(std::move(first))]() mutable { task(); });
    first = Task([] {});
    worker.join();
    EXPECT_EQ(out, 42);
}

}  // namespace
