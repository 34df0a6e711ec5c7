#include "interleave/report/history.hpp"

#include <gtest/gtest.h>

#include "interleave/report/source_lines.hpp"
#include "samples.hpp"

namespace interleave::report {
namespace {

TEST(SourceLines, system_headers_are_known_however_they_are_written) {
    EXPECT_TRUE(is_system_file("/usr/include/c++/12/mutex"));
    EXPECT_TRUE(is_system_file("/usr/bin/../lib/gcc/x86_64-linux-gnu/12/../../../../include/x.h"));
    EXPECT_TRUE(is_system_file("./nptl/pthread_mutex_lock.c"));
    EXPECT_FALSE(is_system_file("/usr/home/me/a.cpp"));
    EXPECT_FALSE(is_system_file("/home/usr/include/a.cpp"));
}

TEST(SourceLines, the_reader_s_frame_is_the_innermost_that_is_not_the_system_s) {
    const Frame system{"f", "/usr/include/x.h", 1, 0};
    const Frame unknown{"g", "", 0, 0};
    const Frame mine{"h", "/home/me/a.cpp", 3, 0};
    const Frame outer{"i", "/home/me/b.cpp", 4, 0};
    const std::vector<Frame> stack = {system, unknown, mine, outer};
    ASSERT_NE(reader_frame(stack), nullptr);
    EXPECT_EQ(*reader_frame(stack), mine);
    EXPECT_EQ(reader_frame({system, unknown}), nullptr);
}

TEST(SourceLines, a_line_that_is_not_there_is_empty) {
    SourceLines sources;
    const std::string file = SAMPLES_DIR "/transfer.cpp";
    EXPECT_EQ(sources.trimmed(file, 10), "std::lock_guard from(a);");
    EXPECT_EQ(sources.trimmed(file, 0), "");
    EXPECT_EQ(sources.trimmed(file, 1000), "");
    EXPECT_EQ(sources.trimmed("/nowhere/x.cpp", 1), "");
    EXPECT_TRUE(sources.all(SAMPLES_DIR).empty()) << "a folder is no file";
}

TEST(History, locks_are_held_from_lock_to_unlock) {
    Holdings holdings(samples::lost_wakeup());
    holdings.advance_to(1);
    EXPECT_EQ(holdings.of(1), std::vector<std::string>{"m"});
    holdings.advance_to(3);
    EXPECT_TRUE(holdings.of(1).empty());
    holdings.advance_to(4);
    EXPECT_EQ(holdings.of(0), std::vector<std::string>{"m"});
}

Event step(int thread, std::string action, std::string object, std::string value = "") {
    Event event;
    event.thread = thread;
    event.action = std::move(action);
    event.object = std::move(object);
    event.value = std::move(value);
    return event;
}

std::vector<std::string> held_after(const Result& result, std::size_t event, int thread) {
    Holdings holdings(result);
    holdings.advance_to(event);
    return holdings.of(thread);
}

using Locks = std::vector<std::string>;

TEST(History, a_try_lock_that_fails_holds_nothing) {
    Result result;
    result.events = {step(1, "lock", "m"), step(2, "try_lock", "m", "not free"),
                     step(3, "timed_lock", "m", "timeout")};
    EXPECT_EQ(held_after(result, 2, 1), Locks{"m"});
    EXPECT_EQ(held_after(result, 2, 2), Locks{});
    EXPECT_EQ(held_after(result, 2, 3), Locks{});
}

TEST(History, readers_hold_a_lock_together) {
    Result result;
    result.events = {step(1, "read_lock", "m"), step(2, "read_lock", "m"),
                     step(1, "read_unlock", "m")};
    EXPECT_EQ(held_after(result, 1, 1), Locks{"m"});
    EXPECT_EQ(held_after(result, 1, 2), Locks{"m"});
    EXPECT_EQ(held_after(result, 2, 1), Locks{});
}

TEST(History, a_wait_gives_up_the_lock_that_it_takes_back) {
    Result result;
    result.events = {step(1, "lock", "other"),
                     step(1, "lock", "m"),
                     step(1, "wait", "cv"),
                     step(2, "notify_one", "cv"),
                     step(1, "wake", "cv", "notified"),
                     step(1, "lock", "m")};
    EXPECT_EQ(held_after(result, 1, 1), (Locks{"other", "m"}));
    EXPECT_EQ(held_after(result, 2, 1), Locks{"other"});
    EXPECT_EQ(held_after(result, 5, 1), (Locks{"other", "m"}));
}

TEST(History, a_wait_without_an_end_gives_up_what_is_not_held_in_the_end) {
    Result result;
    result.events = {step(1, "lock", "other"), step(1, "lock", "m"), step(1, "wait", "cv"),
                     step(2, "load", "x")};
    result.threads = {{1, "thread 1", "waits for cv", {"other"}, {}}};
    EXPECT_EQ(held_after(result, 2, 1), Locks{"other"});
}

TEST(History, a_wait_on_an_atomic_keeps_the_locks) {
    Result result;
    result.events = {step(1, "lock", "m"), step(1, "sleep", "flag"), step(2, "wake", "flag"),
                     step(1, "wake", "flag", "notified"), step(1, "load", "flag", "1")};
    EXPECT_EQ(held_after(result, 1, 1), Locks{"m"});
    const std::vector<Wakeup> found = wakeups(result);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].notification, 2u);
    EXPECT_EQ(found[0].wake, 3u);
}

TEST(History, nobody_is_woken_by_a_timeout_or_for_no_reason) {
    Result result;
    result.events = {step(1, "wait", "cv"), step(2, "notify_all", "cv"),
                     step(1, "wake", "cv", "spurious wake-up")};
    EXPECT_TRUE(wakeups(result).empty());
    result.events[2].value = "notified";
    EXPECT_EQ(wakeups(result).size(), 1u);
}

}  // namespace
}  // namespace interleave::report
