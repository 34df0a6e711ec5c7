#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fearless/semaphore.hpp>
#include <limits>
#include <memory>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <type_traits>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"
#include "kit/wake.hpp"

namespace {

using fearless::Semaphore;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

INTERLEAVE_TEST(Semaphore, with_one_permit_one_thread_at_a_time_gets_past) {
    Semaphore permits(1);
    int count = 0;
    const auto visit = [&] {
        permits.acquire();
        ++count;
        permits.release();
    };
    std::thread other(visit);
    visit();
    other.join();
    EXPECT_EQ(count, 2);
}

INTERLEAVE_TEST(Semaphore, what_happened_before_a_release_is_seen_after_the_acquire) {
    Semaphore permits(0);
    int message = 0;
    std::thread other([&] {
        message = 7;
        permits.release();
    });
    permits.acquire();
    EXPECT_EQ(message, 7);
    other.join();
}

INTERLEAVE_TEST_BOUNDED(Semaphore, two_releases_let_two_threads_past, 3) {
    Semaphore permits(0);
    std::thread first([&] { permits.acquire(); });
    std::thread second([&] { permits.acquire(); });
    permits.release();
    permits.release();
    first.join();
    second.join();
    EXPECT_FALSE(permits.try_acquire()) << "both permits had been taken";
}

INTERLEAVE_TEST_BOUNDED(Semaphore, one_release_of_two_lets_two_threads_past, 3) {
    Semaphore permits(0);
    std::thread first([&] { permits.acquire(); });
    std::thread second([&] { permits.acquire(); });
    permits.release(2);
    first.join();
    second.join();
}

INTERLEAVE_TEST(Semaphore, of_two_tries_for_one_permit_one_succeeds) {
    Semaphore permits(1);
    std::atomic<int> taken = 0;
    std::thread other([&] { taken += permits.try_acquire(); });
    taken += permits.try_acquire();
    other.join();
    EXPECT_EQ(taken, 1);
}

INTERLEAVE_TEST(Semaphore, a_try_takes_a_permit_exactly_when_there_is_one) {
    Semaphore permits(2);
    std::thread other([&] { EXPECT_TRUE(permits.try_acquire()) << "there were two permits"; });
    EXPECT_TRUE(permits.try_acquire()) << "there were two permits";
    other.join();
    EXPECT_FALSE(permits.try_acquire()) << "both permits had been taken";
}

INTERLEAVE_TEST(Semaphore, who_gives_up_waiting_has_taken_nothing) {
    Semaphore permits(0);
    std::thread other([&] { permits.release(); });
    const bool taken = permits.try_acquire_for(1h);
    other.join();
    EXPECT_EQ(permits.try_acquire(), !taken) << "there was one permit";
}

// Two wait and one permit comes: whoever does not get it has to wait on.
INTERLEAVE_TEST(Semaphore, a_wake_up_is_no_time_out) {
    Semaphore permits(0);
    const auto start = Clock::now();
    std::atomic<int> taken = 0;
    const auto wait = [&] {
        if (permits.try_acquire_for(20ms)) {
            ++taken;
        } else {
            EXPECT_GE(Clock::now() - start, 20ms) << "gave up before the time was over";
        }
    };
    std::thread other(wait);
    permits.release();
    wait();
    other.join();
    EXPECT_LE(taken, 1);
}

// The permit is there for a moment, when the time is over: whoever is woken then and does not get
// it has no reason to fall asleep once more.
INTERLEAVE_TEST_BOUNDED(Semaphore, the_time_is_over_however_often_one_is_overtaken, 5) {
    Semaphore permits(0);
    std::atomic<bool> begun = false;
    std::thread other([&] {
        begun = true;
        permits.try_acquire_for(10ms);
    });
    if (begun) {
        std::this_thread::sleep_for(20ms);
        const bool woken = probe::wake_for_no_reason(permits) > 0;
        permits.release();
        if (permits.try_acquire() && probe::wake_for_no_reason(permits) > 0) {
            EXPECT_FALSE(woken) << "it was woken when its time was over, and slept on";
        }
    }
    other.join();
}

// A semaphore as a signal, on the stack of the one who waits.
INTERLEAVE_TEST(Semaphore, who_comes_back_from_acquire_may_destroy_it) {
    auto done = std::make_unique<Semaphore>(0);
    std::thread other([&signal = *done] { signal.release(); });
    done->acquire();
    done.reset();
    other.join();
}

INTERLEAVE_TEST_BOUNDED(Semaphore, a_stop_request_ends_the_wait_for_a_permit, 2) {
    Semaphore permits(0);
    std::stop_source source;
    std::thread other([&] { source.request_stop(); });
    EXPECT_FALSE(permits.acquire(source.get_token()));
    other.join();
}

TEST(Semaphore, as_many_get_past_as_there_are_permits) {
    Semaphore permits(2);
    EXPECT_TRUE(permits.try_acquire());
    permits.acquire();
    EXPECT_FALSE(permits.try_acquire()) << "two of two permits were taken";
    permits.release();
    EXPECT_TRUE(permits.try_acquire());
    EXPECT_FALSE(permits.try_acquire());
}

TEST(Semaphore, permits_are_remembered) {
    Semaphore permits(0);
    permits.release(3);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(permits.try_acquire());
    EXPECT_FALSE(permits.try_acquire());
}

TEST(Semaphore, acquire_sleeps_while_there_is_no_permit) {
    Semaphore permits(0);
    std::stop_source source;
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        permits.release(2);
    });
    std::thread with_a_token([&] { EXPECT_TRUE(permits.acquire(source.get_token())); });
    permits.acquire();
    EXPECT_TRUE(gate.opened()) << "acquire came back although there was no permit";
    with_a_token.join();
    other.join();
}

TEST(Semaphore, a_stop_request_ends_the_wait) {
    Semaphore permits(0);
    std::stop_source source;
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        source.request_stop();
    });
    EXPECT_FALSE(permits.acquire(source.get_token()));
    EXPECT_TRUE(gate.opened()) << "acquire came back before anything had happened";
    other.join();
    permits.release();
    EXPECT_TRUE(permits.acquire(source.get_token())) << "there was a permit";
    EXPECT_FALSE(permits.try_acquire()) << "an acquire that is true has taken its permit";
}

TEST(Semaphore, two_threads_with_two_permits_are_inside_at_the_same_time) {
    Semaphore permits(2);
    probe::Meeting meeting(2);
    const auto visit = [&] {
        permits.acquire();
        meeting.arrive_and_wait();
        permits.release();
    };
    std::thread other(visit);
    visit();
    other.join();
    EXPECT_EQ(meeting.arrived(), 2);
}

TEST(Semaphore, a_time_of_zero_or_less_means_try_acquire) {
    Semaphore permits(1);
    EXPECT_TRUE(permits.try_acquire_for(-1h)) << "there was a permit, so no time was needed";
    EXPECT_FALSE(permits.try_acquire_for(0s));
    EXPECT_FALSE(permits.try_acquire_for(-1h));
    EXPECT_FALSE(permits.try_acquire_for(1ms)) << "the permit was taken all the time";
}

TEST(Semaphore, a_release_that_exceeds_the_most_is_refused) {
    Semaphore permits(1, 2);
    permits.release();
    EXPECT_THROW(permits.release(), std::logic_error) << "two of two permits were there";
    permits.acquire();
    EXPECT_THROW(permits.release(2), std::logic_error) << "one permit was there, two is the most";
    EXPECT_TRUE(permits.try_acquire());
    EXPECT_FALSE(permits.try_acquire()) << "a release that is refused adds nothing";
    permits.release(2);
}

TEST(Semaphore, the_number_of_permits_never_wraps_round) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    Semaphore permits(1);
    EXPECT_THROW(permits.release(all), std::logic_error);
    EXPECT_TRUE(permits.try_acquire());
    EXPECT_FALSE(permits.try_acquire()) << "a release that is refused adds nothing";
    permits.release(all);
    EXPECT_THROW(permits.release(1), std::logic_error);
    EXPECT_TRUE(permits.try_acquire());
}

TEST(Semaphore, a_release_of_nothing_does_nothing) {
    Semaphore permits(0, 1);
    permits.release(0);
    EXPECT_FALSE(permits.try_acquire());
    permits.release();
    permits.release(0);
    EXPECT_TRUE(permits.try_acquire());
}

TEST(Semaphore, one_that_could_never_work_is_refused) {
    EXPECT_THROW(Semaphore(0, 0), std::invalid_argument);
    EXPECT_THROW(Semaphore(3, 2), std::invalid_argument);
    EXPECT_NO_THROW(Semaphore(0, 1));
    EXPECT_NO_THROW(Semaphore(2, 2));
}

TEST(Semaphore, it_stays_where_it_is_and_may_be_used_by_all) {
    EXPECT_FALSE(std::is_copy_constructible_v<Semaphore>);
    EXPECT_TRUE(fearless::Sync<const Semaphore>);
}

}  // namespace
