// What a report says of a failing schedule: the steps that matter, their values and their places.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <fstream>
#include <functional>
#include <interleave/interleave.hpp>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using interleave::Event;
using interleave::explore;
using interleave::Frame;
using interleave::Options;
using interleave::Result;

// "thread 1: lock left" for each decisive step.
std::vector<std::string> decisive(const Result& result) {
    std::vector<std::string> steps;
    for (const Event& event : result.events)
        if (event.decisive)
            steps.push_back(std::to_string(event.thread) + " " + event.action + " " + event.object);
    return steps;
}

bool has(const std::vector<std::string>& steps, const std::string& step) {
    return std::ranges::find(steps, step) != steps.end();
}

std::string text_of(const std::vector<std::string>& steps) {
    std::string text;
    for (const std::string& step : steps) text += step + "\n";
    return text;
}

const Frame* place_of(const Event& event) {
    const auto here = [](const Frame& frame) { return frame.file.ends_with("story_test.cpp"); };
    const auto found = std::ranges::find_if(event.stack, here);
    return found == event.stack.end() ? nullptr : &*found;
}

std::string line_of(const Frame* frame) {
    if (!frame) return "nowhere";
    std::ifstream file(frame->file);
    std::string line;
    for (int i = 0; i < frame->line; ++i) std::getline(file, line);
    return line.substr(std::min(line.size(), line.find_first_not_of(' ')));
}

TEST(Story, of_a_lost_wake_up_is_the_look_the_notification_and_the_sleep) {
    const Result result = explore({}, [] {
        std::mutex mutex;
        std::condition_variable rung;
        std::atomic<bool> open = false;
        std::atomic<int> noise = 0;
        std::thread other([&] {
            ++noise;
            open = true;
            rung.notify_one();
            ++noise;
        });
        ++noise;
        if (!open) {
            std::unique_lock lock(mutex);
            rung.wait(lock);
        }
        other.join();
    });
    EXPECT_EQ(to_string(result.verdict), std::string("lost_wakeup")) << result.message;
    const auto steps = decisive(result);
    for (const char* step : {"0 load open", "1 store open", "1 notify_one rung", "0 wait rung"})
        EXPECT_TRUE(has(steps, step)) << step << " of\n" << text_of(steps);
}

TEST(Story, of_a_deadlock_is_every_lock_that_is_held_and_every_wait) {
    const Result result = explore({}, [] {
        std::mutex left, right;
        std::atomic<int> noise = 0;
        const auto both = [&](std::mutex& first, std::mutex& second) {
            const std::lock_guard one(first);
            ++noise;
            const std::lock_guard two(second);
        };
        std::thread other(both, std::ref(right), std::ref(left));
        both(left, right);
        other.join();
    });
    EXPECT_EQ(to_string(result.verdict), std::string("deadlock")) << result.message;
    const auto steps = decisive(result);
    EXPECT_TRUE(has(steps, "0 lock left")) << text_of(steps);
    EXPECT_TRUE(has(steps, "1 lock right")) << text_of(steps);
    // Who comes second tries; the other one is not let run to its second lock any more.
    EXPECT_TRUE(has(steps, "0 lock right") || has(steps, "1 lock left")) << text_of(steps);
    EXPECT_FALSE(has(steps, "0 fetch noise")) << text_of(steps);
}

TEST(Story, of_a_data_race_is_both_accesses_once) {
    const Result result = explore({}, [] {
        int count = 0;
        std::atomic<int> noise = 0;
        std::thread other([&] {
            count = 1;
            ++noise;
        });
        ++noise;
        count = 2;
        other.join();
    });
    EXPECT_EQ(to_string(result.verdict), std::string("data_race")) << result.message;
    const auto steps = decisive(result);
    EXPECT_EQ(std::ranges::count(steps, "0 write count"), 1) << text_of(steps);
    EXPECT_EQ(std::ranges::count(steps, "1 write count"), 1) << text_of(steps);
    EXPECT_EQ(steps.size(), 2u) << text_of(steps);
}

TEST(Story, of_a_use_after_free_is_the_free_and_the_use) {
    const Result result = explore({}, [] {
        auto* word = new std::atomic<int>(0);
        std::thread other([word] { ++*word; });
        delete word;
        other.join();
    });
    EXPECT_EQ(to_string(result.verdict), std::string("use_after_free")) << result.message;
    const auto steps = decisive(result);
    ASSERT_EQ(steps.size(), 2u) << text_of(steps);
    EXPECT_TRUE(steps[0].starts_with("0 free")) << text_of(steps);
    EXPECT_TRUE(steps[1].starts_with("1 ")) << text_of(steps);
}

TEST(Story, of_a_wrong_result_is_what_was_read_and_who_wrote_it) {
    const Result result = explore({}, [] {
        std::atomic<int> count = 0, noise = 0;
        const auto add = [&] {
            const int old = count;
            ++noise;
            count = old + 1;
        };
        std::thread other(add);
        add();
        other.join();
        if (count != 2) interleave::fail("one is lost");
    });
    EXPECT_EQ(to_string(result.verdict), std::string("wrong_result")) << result.message;
    const auto steps = decisive(result);
    EXPECT_TRUE(has(steps, "0 load count")) << text_of(steps);
    EXPECT_TRUE(has(steps, "0 store count") || has(steps, "1 store count")) << text_of(steps);
    EXPECT_FALSE(has(steps, "1 fetch noise")) << text_of(steps);
}

TEST(Story, an_unsigned_number_has_no_sign) {
    const Result result = explore({}, [] {
        std::atomic<std::uint32_t> word = 0;
        std::atomic<int> number = 0;
        std::atomic<std::uint8_t> byte = 0;
        std::thread other([&] {
            --word;
            --number;
            --byte;
        });
        other.join();
        interleave::fail("enough");
    });
    for (const Event& event : result.events) {
        const std::string expected = event.object == "word"     ? "0 -> 4294967295"
                                     : event.object == "number" ? "0 -> -1"
                                     : event.object == "byte"   ? "0 -> 255"
                                                                : event.value;
        EXPECT_EQ(event.value, expected) << event.object;
    }
    EXPECT_EQ(std::ranges::count(result.events, "fetch", &Event::action), 3);
}

template <typename F>
void call(F f) {
    f();
}

TEST(Story, a_step_in_a_lambda_has_the_line_in_the_lambda) {
    const Result result = explore({}, [] {
        std::atomic<int> word = 0;
        std::thread other([&] { word = 1; });
        call([&] {
            call([&] {
                (void)word.load();  // here
            });
        });
        other.join();
        interleave::fail("enough");
    });
    const auto load = std::ranges::find(result.events, "load", &Event::action);
    ASSERT_NE(load, result.events.end());
    EXPECT_EQ(line_of(place_of(*load)), "(void)word.load();  // here");
}

TEST(Story, a_thread_is_started_on_the_first_line_of_its_lambda) {
    const Result result = explore({}, [] {
        std::atomic<int> word = 0;
        std::thread other([&] {
            ++word;
            ++word;
        });
        other.join();
        interleave::fail("enough");
    });
    ASSERT_FALSE(result.events.empty());
    EXPECT_EQ(result.events[0].action, "start");
    EXPECT_EQ(line_of(place_of(result.events[0])), "std::thread other([&] {");
}

TEST(Story, the_first_turn_of_a_thread_is_shown_where_it_was_started) {
    Options options;
    options.step_through = true;
    const auto body = [] {
        std::atomic<int> word = 0;
        std::thread other([&] {
            ++word;
            ++word;
        });
        ++word;
        other.join();
    };
    Result result = explore(options, body);
    const auto begin = std::ranges::find(result.moves, "begin", &interleave::Move::action);
    ASSERT_NE(begin, result.moves.end());
    Event event;
    event.stack = begin->stack;
    EXPECT_EQ(line_of(place_of(event)), "std::thread other([&] {");
    options.picks = {begin->pick};
    result = explore(options, body);
    const auto begun = std::ranges::find(result.events, "begin", &Event::action);
    ASSERT_NE(begun, result.events.end());
    EXPECT_EQ(line_of(place_of(*begun)), "std::thread other([&] {");
}

TEST(Story, a_preemption_is_marked_where_a_thread_has_its_first_turn) {
    const Result result = explore({}, [] {
        std::atomic<int> word = 0;
        std::thread other([&] { word = 2; });
        word = 1;
        const bool mine = word == 1;
        other.join();
        if (!mine) interleave::fail("it was changed in between");
    });
    EXPECT_EQ(to_string(result.verdict), std::string("wrong_result")) << result.message;
    EXPECT_EQ(result.preemptions, 1);
    EXPECT_EQ(std::ranges::count(result.events, true, &Event::preempted), 1);
}

TEST(Story, own_files_are_named_before_the_library_that_they_call) {
    const auto body = [] {
        int count = 0;
        std::thread other([&] { count = 1; });
        count = 2;
        other.join();
    };
    Options options;
    options.own = {__FILE__};
    Result result = explore(options, body);
    for (const Event& event : result.events)
        EXPECT_TRUE(std::ranges::any_of(event.stack, &Frame::own)) << event.action;
    options.own = {"/nowhere/"};
    result = explore(options, body);
    for (const Event& event : result.events)
        EXPECT_FALSE(std::ranges::any_of(event.stack, &Frame::own)) << event.action;
}

}  // namespace
