#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fearless/raw_mutex.hpp>
#include <thread>
#include <type_traits>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"
#include "kit/wake.hpp"

namespace {

using fearless::RawMutex;
using namespace std::chrono_literals;

void count_up(RawMutex& mutex, int& count) {
    mutex.lock();
    ++count;
    mutex.unlock();
}

INTERLEAVE_TEST(RawMutex, one_thread_at_a_time_owns_it) {
    RawMutex mutex;
    int count = 0;
    std::thread other([&] { count_up(mutex, count); });
    count_up(mutex, count);
    other.join();
    EXPECT_EQ(count, 2);
}

// The third thread finds a sleeper beside the owner, and may overtake it.
INTERLEAVE_TEST(RawMutex, every_sleeper_is_woken_in_the_end) {
    RawMutex mutex;
    mutex.lock();
    std::thread first([&] {
        mutex.lock();
        mutex.unlock();
    });
    std::thread second([&] {
        mutex.lock();
        mutex.unlock();
    });
    mutex.unlock();
    first.join();
    second.join();
}

INTERLEAVE_TEST_SPURIOUS(RawMutex, a_wake_up_for_no_reason_gives_nobody_the_lock) {
    RawMutex mutex;
    int count = 0;
    std::thread other([&] { count_up(mutex, count); });
    count_up(mutex, count);
    other.join();
    EXPECT_EQ(count, 2);
}

INTERLEAVE_TEST(RawMutex, lock_waits_until_the_owner_unlocks) {
    RawMutex mutex;
    std::atomic<bool> unlocks = false;
    mutex.lock();
    std::thread other([&] {
        mutex.lock();
        EXPECT_TRUE(unlocks) << "lock() came back while another thread owned the lock";
        mutex.unlock();
    });
    unlocks = true;
    mutex.unlock();
    other.join();
}

INTERLEAVE_TEST(RawMutex, try_lock_is_true_exactly_when_it_takes_the_lock) {
    RawMutex mutex;
    int count = 0;
    std::thread other([&] { count_up(mutex, count); });
    const bool taken = mutex.try_lock();
    if (taken) {
        ++count;
        mutex.unlock();
    }
    other.join();
    EXPECT_EQ(count, taken ? 2 : 1);
}

INTERLEAVE_TEST(RawMutex, try_lock_on_a_free_lock_succeeds) {
    RawMutex mutex;
    std::thread other([&] {
        EXPECT_TRUE(mutex.try_lock()) << "nobody owned the lock";
        mutex.unlock();
    });
    other.join();
    EXPECT_TRUE(mutex.try_lock()) << "nobody owned the lock any more";
    mutex.unlock();
}

INTERLEAVE_TEST(RawMutex, what_was_done_under_the_lock_is_seen_by_try_lock_too) {
    RawMutex mutex;
    int message = 0;
    std::thread other([&] {
        mutex.lock();
        message = 7;
        mutex.unlock();
    });
    if (mutex.try_lock()) {
        EXPECT_TRUE(message == 0 || message == 7);
        mutex.unlock();
    }
    other.join();
}

// A wait with a time-out: it gives up or it gets the lock, and both leave the lock usable.
INTERLEAVE_TEST(RawMutex, who_gives_up_waiting_does_not_own_the_lock) {
    RawMutex mutex;
    int count = 0;
    std::thread other([&] { count_up(mutex, count); });
    const bool taken = mutex.try_lock_for(1s);
    if (taken) {
        ++count;
        mutex.unlock();
    }
    other.join();
    EXPECT_EQ(count, taken ? 2 : 1);
    EXPECT_TRUE(mutex.try_lock()) << "everybody has unlocked";
    mutex.unlock();
}

INTERLEAVE_TEST(RawMutex, try_lock_for_gives_up_only_when_the_time_is_over) {
    RawMutex mutex;
    mutex.lock();
    std::thread other([&] {
        const auto start = std::chrono::steady_clock::now();
        const bool taken = mutex.try_lock_for(1h);
        const auto waited = std::chrono::steady_clock::now() - start;
        if (taken) mutex.unlock();
        EXPECT_TRUE(taken || waited >= 1h) << "it was overtaken, and the time was not over";
    });
    mutex.unlock();
    mutex.lock();
    mutex.unlock();
    other.join();
}

INTERLEAVE_TEST(RawMutex, try_lock_does_not_wait) {
    RawMutex mutex;
    mutex.lock();
    EXPECT_FALSE(mutex.try_lock()) << "the calling thread owns the lock already";
    EXPECT_FALSE(mutex.try_lock_for(0s)) << "a time of zero means try_lock";
    EXPECT_FALSE(mutex.try_lock_for(-1h)) << "a negative time means try_lock";
    mutex.unlock();
    EXPECT_TRUE(mutex.try_lock_for(-1h)) << "the lock was free, so there was nothing to wait for";
    mutex.unlock();
}

// Each pause is longer than the time. So at the second wake-up the time is over, and whoever was
// woken then has no reason to fall asleep once more.
INTERLEAVE_TEST(RawMutex, the_time_is_over_however_often_one_is_woken) {
    RawMutex mutex;
    mutex.lock();
    std::thread other([&] { EXPECT_FALSE(mutex.try_lock_for(10ms)) << "the lock was taken"; });
    int woken = 0;
    for (int i = 0; i < 3; ++i) {
        std::this_thread::sleep_for(20ms);
        woken += probe::wake_for_no_reason(mutex);
    }
    EXPECT_LT(woken, 3) << "it was woken when its time was over, and slept on";
    other.join();
    mutex.unlock();
}

TEST(RawMutex, try_lock_for_gives_up_when_the_time_is_over) {
    RawMutex mutex;
    mutex.lock();
    EXPECT_FALSE(mutex.try_lock_for(1ms)) << "the lock was taken all the time";
    mutex.unlock();
    EXPECT_TRUE(mutex.try_lock()) << "who gave up must leave nothing behind";
    mutex.unlock();
}

// The owner goes on when it was let wait for long enough, so a right lock always passes.
TEST(RawMutex, the_longest_time_is_not_too_long) {
    RawMutex mutex;
    mutex.lock();
    std::atomic<bool> asks = false;
    std::atomic<bool> back = false;
    std::thread other([&] {
        asks = true;
        EXPECT_TRUE(mutex.try_lock_for(std::chrono::nanoseconds::max()));
        back = true;
        mutex.unlock();
    });
    while (!asks) std::this_thread::yield();
    for (int turn = 0; turn < 10'000 && !back; ++turn) std::this_thread::yield();
    EXPECT_FALSE(back) << "the lock was taken, and the time was not over";
    mutex.unlock();
    other.join();
}

// The door opens when every thread sleeps. A lock that spins keeps a thread awake for ever.
TEST(RawMutex, who_waits_for_the_lock_sleeps) {
    RawMutex mutex;
    probe::StillGate gate;
    std::atomic<bool> unlocks = false;
    std::thread owner([&] {
        mutex.lock();
        gate.wait();
        unlocks = true;
        mutex.unlock();
    });
    while (mutex.try_lock()) {
        mutex.unlock();
        std::this_thread::yield();
    }
    mutex.lock();
    EXPECT_TRUE(unlocks) << "lock() came back while another thread owned the lock";
    mutex.unlock();
    owner.join();
}

TEST(RawMutex, a_lock_stays_where_it_is) {
    EXPECT_FALSE(std::is_copy_constructible_v<RawMutex>);
    EXPECT_FALSE(std::is_copy_assignable_v<RawMutex>);
}

TEST(RawMutex, four_threads_count_to_the_right_number) {
    RawMutex mutex;
    int count = 0;
    std::thread threads[4];
    for (auto& thread : threads) {
        thread = std::thread([&] {
            for (int i = 0; i < 500; ++i) count_up(mutex, count);
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(count, 2000);
}

}  // namespace
