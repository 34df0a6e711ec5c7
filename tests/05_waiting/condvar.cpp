#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fearless/condvar.hpp>
#include <stop_token>
#include <thread>
#include <type_traits>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"
#include "kit/wake.hpp"

namespace {

using fearless::Condvar;
using fearless::Mutex;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

bool is_set(const int& value) {
    return value != 0;
}

bool never(const int&) {
    return false;
}

// What most programs do: change under the lock, and notify.
void set(const Mutex<int>& value, int to) {
    auto guard = value.lock();
    *guard = to;
}

INTERLEAVE_TEST(Condvar, wait_comes_back_when_the_value_is_ready) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        set(value, 7);
        changed.notify_one();
    });
    {
        auto guard = value.lock();
        changed.wait(guard, is_set);
        EXPECT_EQ(*guard, 7) << "wait came back although ready had not said so";
        *guard = 8;  // a data race where wait comes back without the lock
    }
    other.join();
}

INTERLEAVE_TEST(Condvar, it_does_not_matter_whether_the_lock_is_held_while_notifying) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        auto guard = value.lock();
        *guard = 7;
        changed.notify_all();
    });
    {
        auto guard = value.lock();
        changed.wait(guard, is_set);
        EXPECT_EQ(*guard, 7);
    }
    other.join();
}

INTERLEAVE_TEST(Condvar, a_notification_without_a_change_is_no_reason_to_come_back) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        changed.notify_all();
        set(value, 7);
        changed.notify_all();
    });
    {
        auto guard = value.lock();
        changed.wait(guard, is_set);
        EXPECT_EQ(*guard, 7) << "wait came back although ready had not said so";
    }
    other.join();
}

INTERLEAVE_TEST(Condvar, wait_for_gives_back_what_ready_says_at_the_end) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        set(value, 7);
        changed.notify_one();
    });
    {
        auto guard = value.lock();
        const bool came = changed.wait_for(guard, 1h, is_set);
        EXPECT_EQ(came, *guard == 7);
        *guard = 8;  // a data race where wait_for comes back without the lock
    }
    other.join();
}

// The other one sleeps for less than the time, again and again, so that its notifications come
// early.
INTERLEAVE_TEST(Condvar, a_wake_up_is_no_time_out) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        for (int i = 0; i < 2; ++i) {
            std::this_thread::sleep_for(15ms);
            changed.notify_all();
        }
    });
    {
        auto guard = value.lock();
        const auto start = Clock::now();
        EXPECT_FALSE(changed.wait_for(guard, 20ms, never));
        EXPECT_GE(Clock::now() - start, 20ms) << "wait_for gave up before the time was over";
    }
    other.join();
}

// Each pause is longer than the time. So at the second wake-up the time is over, and whoever was
// woken then has no reason to fall asleep once more.
INTERLEAVE_TEST(Condvar, the_time_is_over_however_often_one_is_woken) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        auto guard = value.lock();
        EXPECT_FALSE(changed.wait_for(guard, 10ms, never));
    });
    int woken = 0;
    for (int i = 0; i < 3; ++i) {
        std::this_thread::sleep_for(20ms);
        woken += probe::wake_for_no_reason(changed);
    }
    EXPECT_LT(woken, 3) << "it was woken when its time was over, and slept on";
    other.join();
}

// The request comes when the wait has begun: during the look, on the way to sleep, or afterwards.
INTERLEAVE_TEST(Condvar, a_stop_request_is_never_missed) {
    Mutex<int> value(0);
    Condvar changed;
    std::stop_source source;
    std::thread other;
    const auto first_look_starts_the_other = [&](const int&) {
        if (!other.joinable()) other = std::thread([&] { source.request_stop(); });
        return false;
    };
    {
        auto guard = value.lock();
        EXPECT_FALSE(changed.wait(guard, source.get_token(), first_look_starts_the_other));
        *guard = 8;
    }
    other.join();
}

// Whoever requests the stop may hold the very lock.
INTERLEAVE_TEST(Condvar, a_stop_may_be_requested_under_the_lock) {
    Mutex<int> value(0);
    Condvar changed;
    std::stop_source source;
    std::thread other([&] {
        auto guard = value.lock();
        source.request_stop();
        *guard = 1;
    });
    {
        auto guard = value.lock();
        EXPECT_FALSE(changed.wait(guard, source.get_token(), never));
        *guard = 8;
    }
    other.join();
}

INTERLEAVE_TEST(Condvar, a_wait_that_can_be_stopped_is_woken_by_a_change) {
    Mutex<int> value(0);
    Condvar changed;
    std::stop_source source;
    std::thread other([&] {
        set(value, 7);
        changed.notify_one();
    });
    {
        auto guard = value.lock();
        EXPECT_TRUE(changed.wait(guard, source.get_token(), is_set));
        EXPECT_EQ(*guard, 7);
    }
    other.join();
}

TEST(Condvar, what_is_ready_is_not_waited_for) {
    Mutex<int> value(7);
    Condvar changed;
    auto guard = value.lock();
    changed.wait(guard, is_set);
    EXPECT_TRUE(changed.wait_for(guard, 1h, is_set));
    EXPECT_TRUE(changed.wait_for(guard, 0s, is_set)) << "ready was true, so no time was needed";
    EXPECT_TRUE(changed.wait_for(guard, -1h, is_set)) << "ready was true, so no time was needed";
    EXPECT_TRUE(changed.wait(guard, std::stop_source().get_token(), is_set));
}

TEST(Condvar, a_time_of_zero_or_less_means_to_look_once) {
    Mutex<int> value(0);
    Condvar changed;
    auto guard = value.lock();
    for (const auto time : {0ns, -1ns, std::chrono::nanoseconds::min()}) {
        int looks = 0;
        EXPECT_FALSE(changed.wait_for(guard, time, [&](const int&) { return ++looks > 1; }));
        EXPECT_EQ(looks, 1) << "there was nothing to wait for in " << time.count() << " ns";
    }
}

TEST(Condvar, wait_for_gives_up_when_the_time_is_over) {
    Mutex<int> value(0);
    Condvar changed;
    auto guard = value.lock();
    const auto start = Clock::now();
    EXPECT_FALSE(changed.wait_for(guard, 2ms, never));
    EXPECT_GE(Clock::now() - start, 2ms) << "wait_for gave up before the time was over";
}

TEST(Condvar, the_longest_time_is_not_too_long) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        set(value, 7);
        changed.notify_one();
    });
    {
        auto guard = value.lock();
        EXPECT_TRUE(changed.wait_for(guard, std::chrono::nanoseconds::max(), is_set));
    }
    other.join();
}

TEST(Condvar, who_is_stopped_already_does_not_wait_and_what_is_ready_counts_all_the_same) {
    Mutex<int> value(0);
    Condvar changed;
    std::stop_source source;
    source.request_stop();
    auto guard = value.lock();
    EXPECT_FALSE(changed.wait(guard, source.get_token(), is_set));
    *guard = 7;
    EXPECT_TRUE(changed.wait(guard, source.get_token(), is_set)) << "ready was true";
}

TEST(Condvar, a_token_that_nobody_can_stop_waits_like_any_other) {
    Mutex<int> value(0);
    Condvar changed;
    std::thread other([&] {
        set(value, 7);
        changed.notify_all();
    });
    {
        auto guard = value.lock();
        EXPECT_TRUE(changed.wait(guard, std::stop_token(), is_set));
    }
    other.join();
}

// The door opens when every thread sleeps: both are waiting for certain, here and in the next one.
TEST(Condvar, notify_all_wakes_everybody) {
    Mutex<int> value(0);
    Condvar changed;
    probe::StillGate gate;
    const auto wait = [&] {
        auto guard = value.lock();
        changed.wait(guard, is_set);
    };
    std::thread first(wait), second(wait);
    gate.wait();
    set(value, 7);
    changed.notify_all();
    first.join();
    second.join();
}

TEST(Condvar, two_that_wait_are_woken_by_two_notifications) {
    Mutex<int> value(0);
    Condvar changed;
    probe::StillGate gate;
    const auto wait = [&] {
        auto guard = value.lock();
        changed.wait(guard, is_set);
    };
    std::thread first(wait), second(wait);
    gate.wait();
    set(value, 7);
    changed.notify_one();
    changed.notify_one();
    first.join();
    second.join();
}

// The door opens when every thread sleeps. A wait that looks again and again keeps one awake.
TEST(Condvar, who_waits_sleeps) {
    Mutex<int> value(0);
    Condvar changed;
    std::stop_source source;
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        set(value, 7);
        changed.notify_all();
    });
    std::thread with_a_token([&] {
        auto guard = value.lock();
        EXPECT_TRUE(changed.wait(guard, source.get_token(), is_set));
    });
    {
        auto guard = value.lock();
        changed.wait(guard, is_set);
    }
    with_a_token.join();
    other.join();
}

TEST(Condvar, it_stays_where_it_is_and_may_be_used_by_all) {
    EXPECT_FALSE(std::is_copy_constructible_v<Condvar>);
    EXPECT_FALSE(std::is_move_constructible_v<Condvar>);
    EXPECT_TRUE(fearless::Sync<const Condvar>);
}

}  // namespace
