#include <gtest/gtest.h>

#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel.hpp>
#include <fearless/mailbox.hpp>
#include <fearless/take_stop.hpp>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

#include "06_channels/said.hpp"
#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Alarm;
using fearless::RecvError;
using fearless::detail::take;
using namespace std::string_literals;

using Box = fearless::Mailbox<Letter>;

void put(Box& box, int number) {
    auto value = letter(number);
    (void)box.put(value);
}

// A core in which nothing comes. The lock of a real one would only add steps.
struct Nothing {
    std::expected<Letter, RecvError> try_take() { return std::unexpected(RecvError::empty); }
    bool watch(Alarm&) { return true; }
    void unwatch() {}
};

INTERLEAVE_TEST(TakeStop, a_request_wakes_the_taker_that_waits) {
    Nothing core;
    std::stop_source source;
    std::thread boss([&] { source.request_stop(); });
    EXPECT_EQ(said(take(core, source.get_token())), "Stopped"s);
    boss.join();
}

TEST(TakeStop, what_was_put_before_the_request_comes_before_it) {
    // A value and then the request come right behind the first look, or the first alarm.
    struct Busy {
        std::expected<Letter, RecvError> try_take() {
            std::expected<Letter, RecvError> found = std::unexpected(RecvError::empty);
            if (full) found = letter(7);
            full = false;
            come();
            return found;
        }
        bool watch(Alarm& alarm) {
            if (full) return false;
            if (come()) (void)alarm.ring();
            return true;
        }
        void unwatch() {}
        bool come() {
            if (source.stop_requested()) return false;
            full = true;
            return source.request_stop();
        }
        std::stop_source source;
        bool full = false;
    } core;
    EXPECT_EQ(said(take(core, core.source.get_token())), "7"s) << "it came before the request";
    EXPECT_EQ(said(take(core, core.source.get_token())), "Stopped"s);
}

TEST(TakeStop, a_wait_that_is_over_leaves_no_alarm_behind) {
    // Never rings, and remembers whether somebody watches. The stop is requested meanwhile.
    struct Quiet {
        std::expected<Letter, RecvError> try_take() { return std::unexpected(RecvError::empty); }
        bool watch(Alarm&) {
            source.request_stop();
            return watched = true;
        }
        void unwatch() { watched = false; }
        std::stop_source source;
        bool watched = false;
    } core;
    EXPECT_EQ(said(take(core, core.source.get_token())), "Stopped"s);
    EXPECT_FALSE(core.watched) << "the next sender would ring an alarm that is gone";
}

TEST(TakeStop, what_is_there_comes_before_a_request_of_the_past) {
    Box box;
    std::stop_source source;
    source.request_stop();
    put(box, 7);
    EXPECT_EQ(said(take(box, source.get_token())), "7"s);
    EXPECT_EQ(said(take(box, source.get_token())), "Stopped"s) << "nothing was there any more";
    box.close();
    EXPECT_EQ(said(take(box, source.get_token())), "Disconnected"s) << "the end was there as well";
}

TEST(TakeStop, without_a_request_it_sleeps_until_something_comes) {
    Box box;
    std::stop_source source;
    probe::StillGate gate;  // opens when every thread sleeps: the taker below, too
    std::jthread sender([&, gate] {
        gate.wait();
        put(box, 7);
    });
    EXPECT_EQ(said(take(box, source.get_token())), "7"s);
    EXPECT_TRUE(gate.opened());
    put(box, 8);
    EXPECT_EQ(said(take(box, std::stop_token())), "8"s) << "a token that nobody can request";
}

// A core that rings for nothing a few times before it has a value.
struct Restless {
    std::expected<Letter, RecvError> try_take() {
        if (++looks > 100) throw std::runtime_error("looked again and again instead of waiting");
        if (rings < 3) return std::unexpected(RecvError::empty);
        return letter(7);
    }
    bool watch(Alarm& alarm) {
        looks = 0;
        ++rings;
        (void)alarm.ring();
        return true;
    }
    void unwatch() {}
    int rings = 0, looks = 0;
};

TEST(TakeStop, it_looks_again_after_every_ring) {
    Restless core;
    EXPECT_EQ(said(take(core, std::stop_source().get_token())), "7"s)
        << "a ring says: look again; it says neither that a value is there nor that it is over";
}

TEST(TakeStop, a_receiver_goes_on_until_it_is_stopped) {
    auto [tx, rx] = fearless::channel<Letter>();
    std::stop_source source;
    for (int number : {1, 2}) (void)tx.send(letter(number));
    source.request_stop();
    EXPECT_EQ(said(rx.recv(source.get_token())), "1"s);
    EXPECT_EQ(said(rx.recv(source.get_token())), "2"s);
    EXPECT_EQ(said(rx.recv(source.get_token())), "Stopped"s);
}

}  // namespace
