#include <gtest/gtest.h>

#include <atomic>
#include <fearless/rw_lock.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::RwLock;

struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Pair {
    int first = 0;
    int second = 0;
};

INTERLEAVE_TEST(RwLock, a_reader_sees_all_of_what_a_writer_did_or_nothing) {
    RwLock<Pair> pair;
    std::thread writer([&] {
        auto guard = pair.write();
        guard->first = 1;
        guard->second = 1;
    });
    {
        const auto guard = pair.read();
        EXPECT_EQ(guard->first, guard->second);
    }
    writer.join();
}

INTERLEAVE_TEST(RwLock, one_writer_at_a_time) {
    RwLock<int> count(0);
    std::thread other([&] {
        auto guard = count.write();
        ++*guard;
    });
    {
        auto guard = count.write();
        ++*guard;
    }
    other.join();
    EXPECT_EQ(count.with_read([](const int& value) { return value; }), 2);
}

INTERLEAVE_TEST_SPURIOUS(RwLock, who_wakes_for_no_reason_waits_on) {
    RwLock<int> count(0);
    std::thread other([&] { count.with_write([](int& value) { ++value; }); });
    const int seen = count.with_read([](const int& value) { return value; });
    EXPECT_TRUE(seen == 0 || seen == 1);
    count.with_write([](int& value) { ++value; });
    other.join();
    EXPECT_EQ(count.with_read([](const int& value) { return value; }), 2);
}

// The second reader comes and goes while the first one is in.
INTERLEAVE_TEST(RwLock, two_readers_are_in_at_the_same_time) {
    RwLock<int> count(7);
    const auto guard = count.read();
    std::thread other([&] {
        const auto second = count.read();
        EXPECT_EQ(*second, 7);
    });
    other.join();
    EXPECT_EQ(*guard, 7);
}

INTERLEAVE_TEST(RwLock, a_writer_waits_for_the_readers_and_is_woken_by_the_last) {
    RwLock<int> count(0);
    std::atomic<int> readers = 2;
    std::optional first = count.read();
    std::optional second = count.read();
    std::thread writer([&] {
        auto guard = count.write();
        EXPECT_EQ(readers, 0) << "a writer was in beside a reader";
        *guard = 1;
    });
    --readers;
    first.reset();
    --readers;
    second.reset();
    writer.join();
    EXPECT_EQ(count.with_read([](const int& value) { return value; }), 1);
}

// A reader sleeps beside the writer, and may be the one that a single wake-up meets.
INTERLEAVE_TEST(RwLock, the_last_reader_wakes_the_writer_whoever_else_sleeps) {
    RwLock<int> count(0);
    std::optional guard = count.read();
    std::thread writer([&] { count.with_write([](int& value) { value = 1; }); });
    std::thread reader([&] { count.with_read([](const int&) {}); });
    guard.reset();
    writer.join();
    reader.join();
}

INTERLEAVE_TEST(RwLock, all_readers_who_wait_for_a_writer_are_woken) {
    RwLock<int> count(0);
    std::optional guard = count.write();
    const auto read = [&] { count.with_read([](const int& value) { EXPECT_EQ(value, 1); }); };
    std::thread first(read);
    std::thread second(read);
    **guard = 1;
    guard.reset();
    first.join();
    second.join();
}

INTERLEAVE_TEST(RwLock, a_writer_who_waits_for_a_writer_is_woken) {
    RwLock<int> count(0);
    std::optional guard = count.write();
    std::thread other([&] { count.with_write([](int& value) { EXPECT_EQ(value, 1); }); });
    **guard = 1;
    guard.reset();
    other.join();
}

INTERLEAVE_TEST(RwLock, tries_give_a_guard_or_nothing) {
    RwLock<int> count(0);
    std::thread other([&] {
        if (auto guard = count.try_write()) ++**guard;
    });
    int seen = -1;
    if (const auto guard = count.try_read()) seen = **guard;
    other.join();
    EXPECT_TRUE(seen == -1 || seen == 0 || seen == 1);
    ASSERT_TRUE(count.try_read()) << "all guards were gone";
    ASSERT_TRUE(count.try_write()) << "all guards were gone";
}

INTERLEAVE_TEST(RwLock, try_read_fails_for_a_writer_only) {
    const RwLock<int> count(0);
    const auto try_to_read = [&] { EXPECT_TRUE(count.try_read()) << "nobody writes or waits"; };
    std::thread other(try_to_read);
    try_to_read();
    other.join();
}

// A reader holds the lock, a writer waits. The next reader has to wait behind it.
TEST(RwLock, readers_who_come_and_go_do_not_starve_a_writer) {
    RwLock<int> count(0);
    std::optional first = count.read();
    std::atomic<bool> written = false;
    std::thread writer([&] {
        count.with_write([](int& value) { value = 1; });
        written = true;
    });
    // Until the writer waits, a second reader gets in; from then on it does not.
    while (count.try_read()) std::this_thread::yield();
    EXPECT_FALSE(written) << "a writer was in beside a reader";
    std::thread second([&] {
        count.with_read([](const int& value) { EXPECT_EQ(value, 1) << "overtook the writer"; });
    });
    first.reset();
    writer.join();
    second.join();
}

TEST(RwLock, guards_give_access_and_free_the_lock_when_they_go) {
    RwLock<std::string> word("green");
    {
        auto guard = word.write();
        *guard += " light";
        EXPECT_EQ(guard->size(), 11u);
        EXPECT_FALSE(word.try_read()) << "a writer was in";
        EXPECT_FALSE(word.try_write()) << "a writer was in";
    }
    {
        const auto guard = word.read();
        EXPECT_EQ(*guard, "green light");
        EXPECT_TRUE(word.try_read()) << "only a reader was in";
        EXPECT_FALSE(word.try_write()) << "a reader was in";
    }
    EXPECT_TRUE(word.try_write()) << "nobody was in";
}

TEST(RwLock, an_exception_frees_the_lock) {
    RwLock<int> count(0);
    EXPECT_THROW(count.with_write([](int&) { throw Broken("while writing"); }), Broken);
    EXPECT_THROW(count.with_read([](const int&) { throw Broken("while reading"); }), Broken);
    EXPECT_TRUE(count.try_write());
}

TEST(RwLock, a_guard_that_moves_takes_the_lock_along) {
    RwLock<int> count(0);
    std::optional<fearless::WriteGuard<int>> later;
    {
        auto guard = count.write();
        later.emplace(std::move(guard));
    }
    EXPECT_FALSE(count.try_read()) << "the guard that it moved to was alive";
    later.reset();
    EXPECT_TRUE(count.try_write()) << "the last guard was gone";
}

// The door opens when every thread sleeps, so who waits must not run in circles.
TEST(RwLock, readers_and_writers_who_wait_sleep) {
    RwLock<int> count(0);
    for (int round = 0; round < 2; ++round) {
        probe::StillGate gate;
        std::atomic<bool> held = false;
        std::thread owner([&] {
            auto guard = count.write();
            held = true;
            gate.wait();
            ++*guard;
        });
        while (!held) std::this_thread::yield();
        std::thread reader(
            [&] { count.with_read([&](const int& value) { EXPECT_GT(value, round); }); });
        std::thread writer([&] { count.with_write([&](int& value) { EXPECT_GT(value, round); }); });
        reader.join();
        writer.join();
        owner.join();
    }
}

TEST(RwLock, many_readers_and_writers_lose_nothing) {
    RwLock<Pair> pair;
    std::thread threads[4];
    for (auto& thread : threads) {
        thread = std::thread([&] {
            for (int i = 0; i < 200; ++i) {
                pair.with_write([](Pair& both) { ++both.first, ++both.second; });
                pair.with_read([](const Pair& both) { EXPECT_EQ(both.first, both.second); });
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(pair.with_read([](const Pair& both) { return both.first; }), 800);
}

}  // namespace
