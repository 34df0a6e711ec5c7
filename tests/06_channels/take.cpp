#include <gtest/gtest.h>

#include <chrono>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel_error.hpp>
#include <fearless/mailbox.hpp>
#include <fearless/take.hpp>
#include <memory>
#include <thread>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Alarm;
using fearless::Mailbox;
using fearless::RecvError;
using fearless::detail::take;
using fearless::detail::take_for;
using namespace std::chrono_literals;

bool put(Mailbox<int>& box, int value) {
    return box.put(value).has_value();
}

// A core that rings for nothing a few times before it has a value.
struct Restless {
    std::expected<int, RecvError> try_take() {
        if (++looks > 100) throw std::runtime_error("looked again and again instead of waiting");
        if (rings < for_nothing) return std::unexpected(RecvError::empty);
        return 7;
    }
    bool watch(Alarm& alarm) {
        looks = 0;
        std::this_thread::sleep_for(pause);
        ++rings;
        (void)alarm.ring();
        return true;
    }
    void unwatch() {}

    int for_nothing = 3;
    std::chrono::milliseconds pause{0};
    int rings = 0, looks = 0;
};

INTERLEAVE_TEST(Take, it_waits_for_a_value) {
    Mailbox<int> box;
    std::thread sender([&] { put(box, 7); });
    EXPECT_EQ(take(box), 7);
    sender.join();
}

INTERLEAVE_TEST(Take, it_waits_for_the_end) {
    Mailbox<int> box;
    std::thread sender([&] { box.close(); });
    EXPECT_EQ(take(box), std::unexpected(RecvError::disconnected));
    sender.join();
}

TEST(Take, a_wait_that_is_over_leaves_no_alarm_behind) {
    // Never rings, and remembers whether somebody watches.
    struct Quiet {
        std::expected<int, RecvError> try_take() { return std::unexpected(RecvError::empty); }
        bool watch(Alarm&) { return watched = true; }
        void unwatch() { watched = false; }
        bool watched = false;
    } core;
    EXPECT_EQ(take_for(core, 1ms), std::unexpected(RecvError::timeout));
    EXPECT_FALSE(core.watched) << "the next sender would ring an alarm that is gone";
}

TEST(Take, it_gives_what_is_there) {
    Mailbox<int> box;
    for (int value : {1, 2, 3}) put(box, value);
    box.close();
    EXPECT_EQ(take(box), 1);
    EXPECT_EQ(take_for(box, 1h), 2);
    EXPECT_EQ(take(box), 3) << "closed, and yet there was something left";
    EXPECT_EQ(take(box), std::unexpected(RecvError::disconnected));
    EXPECT_EQ(take_for(box, 1h), std::unexpected(RecvError::disconnected));
}

TEST(Take, it_looks_again_after_every_ring) {
    Restless core;
    EXPECT_EQ(take(core), 7) << "a ring says: look again; it does not say that a value is there";
    EXPECT_EQ(core.rings, 3);
    Restless limited;
    EXPECT_EQ(take_for(limited, 1h), 7);
}

TEST(Take, no_time_means_only_look) {
    Mailbox<int> box;
    for (const auto time : {0ns, -1ns, std::chrono::nanoseconds::min()}) {
        EXPECT_EQ(take_for(box, time), std::unexpected(RecvError::timeout));
        put(box, 7);
        EXPECT_EQ(take_for(box, time), 7) << "the value was there, and needs no time";
    }
}

TEST(Take, it_waits_as_long_as_it_was_told) {
    Mailbox<int> box;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(take_for(box, 3ms), std::unexpected(RecvError::timeout));
    EXPECT_GE(std::chrono::steady_clock::now() - start, 3ms) << "came back too early";
}

TEST(Take, the_longest_time_is_longer_than_no_time) {
    Restless core;
    EXPECT_EQ(take_for(core, std::chrono::nanoseconds::max()), 7);
}

TEST(Take, the_time_is_for_the_whole_wait) {
    Restless core;
    core.for_nothing = 10;
    core.pause = 2ms;
    EXPECT_EQ(take_for(core, 3ms), std::unexpected(RecvError::timeout))
        << "each ring for nothing started the time anew";
    EXPECT_LE(core.rings, 2) << "two pauses of 2 ms are more than 3 ms";
}

TEST(Take, values_are_moved_and_never_copied) {
    Mailbox<std::unique_ptr<int>> box;
    auto letter = std::make_unique<int>(7);
    (void)box.put(letter);
    EXPECT_EQ(*take(box).value(), 7);
    letter = std::make_unique<int>(8);
    (void)box.put(letter);
    EXPECT_EQ(*take_for(box, 0s).value(), 8);
}

}  // namespace
