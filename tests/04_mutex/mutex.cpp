#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fearless/mutex.hpp>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Mutex;
using fearless::MutexGuard;
using namespace std::chrono_literals;

struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T>
std::string printed(const Mutex<T>& mutex) {
    std::ostringstream out;
    out << mutex;
    return out.str();
}

// Whether another thread could take the lock now.
template <typename T>
bool is_free(const Mutex<T>& mutex) {
    bool free = false;
    std::thread([&] { free = mutex.try_lock().has_value(); }).join();
    return free;
}

INTERLEAVE_TEST(Mutex, the_value_is_changed_by_one_thread_at_a_time) {
    Mutex<int> count(0);
    std::thread other([&] {
        auto guard = count.lock();
        ++*guard;
    });
    {
        auto guard = count.lock();
        ++*guard;
    }
    other.join();
    const auto guard = count.lock();
    EXPECT_EQ(*guard, 2);
}

INTERLEAVE_TEST(Mutex, with_holds_the_lock_until_f_has_returned) {
    Mutex<int> count(0);
    std::thread other([&] { count.with([](int& value) { ++value; }); });
    const int mine = count.with([](int& value) { return ++value; });
    other.join();
    EXPECT_TRUE(mine == 1 || mine == 2);
    EXPECT_EQ(count.with([](int& value) { return value; }), 2);
}

// A result that is made from the value is made under the lock.
INTERLEAVE_TEST(Mutex, what_with_gives_back_is_copied_under_the_lock) {
    struct Pair {
        int first = 0;
        int second = 0;
    };
    Mutex<Pair> pair;
    std::thread other([&] {
        pair.with([](Pair& both) {
            both.first = 1;
            both.second = 1;
        });
    });
    const Pair seen = pair.with([](Pair& both) { return both; });
    other.join();
    EXPECT_EQ(seen.first, seen.second);
}

INTERLEAVE_TEST(Mutex, a_guard_that_moves_holds_the_lock_all_the_time) {
    Mutex<int> count(0);
    std::thread other([&] {
        auto guard = count.lock();
        ++*guard;
    });
    {
        std::optional<MutexGuard<int>> later;
        int before = 0;
        {
            auto first = count.lock();
            before = *first;
            later.emplace(std::move(first));
        }
        EXPECT_EQ(**later, before) << "another thread had the lock while the guard moved";
        ++**later;
    }
    other.join();
    const auto guard = count.lock();
    EXPECT_EQ(*guard, 2);
}

INTERLEAVE_TEST(Mutex, try_lock_gives_a_guard_or_nothing) {
    Mutex<int> count(0);
    std::thread other([&] {
        if (auto guard = count.try_lock()) ++**guard;
    });
    if (auto guard = count.try_lock()) ++**guard;
    other.join();
    const auto guard = count.try_lock();
    ASSERT_TRUE(guard) << "all guards were gone";
    EXPECT_TRUE(**guard == 1 || **guard == 2) << "with two tries at least one succeeds";
}

INTERLEAVE_TEST(Mutex, printing_reads_the_value_under_the_lock) {
    Mutex<int> count(1);
    std::thread other([&] {
        auto guard = count.lock();
        *guard = 2;
    });
    const std::string text = printed(count);
    other.join();
    EXPECT_TRUE(text == "Mutex { data: 1 }" || text == "Mutex { data: 2 }" ||
                text == "Mutex { <locked> }")
        << text;
}

INTERLEAVE_TEST(Mutex, unlocked_lets_others_have_the_lock_and_takes_it_back) {
    Mutex<int> count(0);
    auto guard = count.lock();
    guard.unlocked([&] {
        std::thread([&] {
            auto other = count.lock();
            ++*other;
        }).join();
    });
    ++*guard;
    EXPECT_EQ(*guard, 2);
    EXPECT_FALSE(is_free(count)) << "the guard must hold the lock again";
}

TEST(Mutex, lock_gives_access_to_the_value) {
    Mutex<std::string> word("green");
    auto guard = word.lock();
    static_assert(std::is_same_v<decltype(guard), MutexGuard<std::string>>);
    EXPECT_EQ(*guard, "green");
    *guard += " light";
    EXPECT_EQ(guard->size(), 11u);
}

// An owner among several, such as an Arc, hands out what it owns as const.
TEST(Mutex, a_const_mutex_can_be_locked) {
    const Mutex<int> count(0);
    {
        const auto guard = count.lock();
        ++*guard;
        EXPECT_FALSE(count.try_lock());
    }
    if (auto guard = count.try_lock()) ++**guard;
    EXPECT_EQ(count.with([](int& value) { return ++value; }), 3);
}

TEST(Mutex, a_guard_that_is_gone_has_freed_the_lock) {
    Mutex<int> count(0);
    {
        const auto guard = count.lock();
        EXPECT_FALSE(is_free(count)) << "a guard was alive";
    }
    EXPECT_TRUE(is_free(count)) << "the guard was gone";
}

TEST(Mutex, an_exception_frees_the_lock) {
    Mutex<int> count(0);
    EXPECT_THROW(
        {
            const auto guard = count.lock();
            throw Broken("on the way");
        },
        Broken);
    EXPECT_TRUE(is_free(count)) << "the exception has destroyed the guard";
    EXPECT_THROW(count.with([](int&) -> int { throw Broken("in with"); }), Broken);
    EXPECT_TRUE(is_free(count)) << "with must free the lock on every way out";
}

TEST(Mutex, one_lock_is_freed_once) {
    Mutex<int> count(0);
    std::optional<MutexGuard<int>> later;
    {
        auto first = count.lock();
        later.emplace(std::move(first));
    }
    EXPECT_FALSE(is_free(count)) << "the lock has moved on to a guard that is alive";
    later.reset();
    EXPECT_TRUE(is_free(count)) << "the last guard was gone";
    // What was freed twice can be taken twice.
    const auto guard = count.lock();
    EXPECT_FALSE(count.try_lock()) << "a guard was alive";
}

TEST(Mutex, only_one_guard_holds_a_lock) {
    EXPECT_FALSE(std::is_copy_constructible_v<MutexGuard<int>>);
    EXPECT_FALSE(std::is_copy_constructible_v<Mutex<int>>);
    EXPECT_FALSE(std::is_move_constructible_v<Mutex<int>>);
}

TEST(Mutex, try_lock_does_not_wait) {
    Mutex<int> count(0);
    const auto guard = count.lock();
    EXPECT_FALSE(count.try_lock()) << "this thread holds the lock already";
    EXPECT_FALSE(count.try_lock_for(0s));
    EXPECT_FALSE(count.try_lock_for(-1s)) << "a negative time means try_lock";
    EXPECT_FALSE(count.try_lock_for(1ms)) << "the lock was taken all the time";
}

TEST(Mutex, try_lock_takes_a_free_lock) {
    Mutex<int> count(5);
    {
        auto guard = count.try_lock();
        ASSERT_TRUE(guard) << "nobody held the lock";
        EXPECT_EQ(**guard, 5);
        EXPECT_FALSE(is_free(count)) << "the guard of try_lock was alive";
    }
    auto guard = count.try_lock_for(-1s);
    ASSERT_TRUE(guard) << "the lock was free, so there was nothing to wait for";
    EXPECT_FALSE(is_free(count)) << "the guard of try_lock_for was alive";
}

TEST(Mutex, lock_waits_while_a_guard_is_alive) {
    Mutex<int> count(0);
    probe::StillGate gate;
    std::atomic<bool> held = false;
    std::thread owner([&] {
        auto guard = count.lock();
        held = true;
        gate.wait();
        *guard = 1;
    });
    while (!held) std::this_thread::yield();
    EXPECT_EQ(count.with([](int& value) { return value; }), 1)
        << "with came in while a guard was alive";
    owner.join();
}

TEST(Mutex, a_mutex_prints_its_value_and_says_when_it_is_locked) {
    Mutex<int> number(10);
    EXPECT_EQ(printed(number), "Mutex { data: 10 }");
    {
        const auto guard = number.lock();
        EXPECT_EQ(printed(number), "Mutex { <locked> }");
    }
    EXPECT_TRUE(is_free(number)) << "printing must not keep the lock";
    EXPECT_EQ(printed(Mutex<std::string>("green")), "Mutex { data: green }");
}

TEST(Mutex, into_inner_moves_the_value_out) {
    Mutex<std::unique_ptr<int>> box(std::make_unique<int>(7));
    const std::unique_ptr<int> inner = std::move(box).into_inner();
    ASSERT_TRUE(inner);
    EXPECT_EQ(*inner, 7);

    probe::Tracked::reset();
    Mutex<probe::Tracked> tracked(3);
    EXPECT_EQ(std::move(tracked).into_inner().value(), 3);
    EXPECT_EQ(probe::Tracked::copies(), 0) << "the value must be moved, not copied";
}

TEST(Mutex, the_value_needs_neither_copy_nor_move) {
    struct Fixed {
        Fixed(int first, int second) : sum(first + second) {}
        Fixed(const Fixed&) = delete;
        int sum;
    };
    Mutex<Fixed> fixed(1, 2);
    EXPECT_EQ(fixed.with([](Fixed& value) { return value.sum; }), 3);
    Mutex deduced(4);
    static_assert(std::is_same_v<decltype(deduced), Mutex<int>>);
    EXPECT_EQ(std::move(deduced).into_inner(), 4);
}

TEST(Mutex, unlocked_takes_the_lock_back_when_f_throws) {
    Mutex<int> count(0);
    {
        auto guard = count.lock();
        EXPECT_EQ(guard.unlocked([&] { return is_free(count); }), true);
        EXPECT_THROW(guard.unlocked([] { throw Broken("in the pause"); }), Broken);
        EXPECT_FALSE(is_free(count)) << "the guard must hold the lock again";
    }
    EXPECT_TRUE(is_free(count)) << "the guard was gone";
}

}  // namespace
