#include <gtest/gtest.h>

#include <chrono>
#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/mailbox.hpp>
#include <fearless/select.hpp>
#include <fearless/sync_channel.hpp>
#include <fearless/take.hpp>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "06_channels/said.hpp"
#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::RecvError;
using fearless::select;
using fearless::sync_channel;
using namespace std::string_literals;

// A channel in one piece, for as few steps as possible: what is sent here is received here.
struct Line {
    using value_type = int;

    void send(int value) { (void)box.put(value); }
    void close() { box.close(); }

    std::expected<int, RecvError> try_recv() { return box.try_take(); }
    std::expected<int, RecvError> recv() { return fearless::detail::take(box); }
    std::expected<int, RecvError> recv_for(std::chrono::nanoseconds time) {
        return fearless::detail::take_for(box, time);
    }
    bool watch(fearless::Alarm& alarm) { return box.watch(alarm); }
    void unwatch() { box.unwatch(); }

    fearless::Mailbox<int> box;
};

std::string text(int value) {
    return std::to_string(value);
}
std::string text(const Letter& letter) {
    return said(letter);
}

// Which receiver it came from, and what: "0: 7"; or the end: "Disconnected".
template <typename Selection>
std::string seen(const Selection& selection) {
    if (!selection) return said(std::expected<Letter, RecvError>(std::unexpect, selection.error()));
    return selection->index() == 0 ? "0: " + text(std::get<0>(*selection))
                                   : "1: " + text(std::get<1>(*selection));
}

INTERLEAVE_TEST(Select, it_waits_for_the_first) {
    Line line, quiet;
    std::thread sender([&] { line.send(7); });
    EXPECT_EQ(seen(select(line, quiet)), "0: 7"s);
    sender.join();
}

INTERLEAVE_TEST(Select, it_waits_for_the_second) {
    Line quiet, line;
    std::thread sender([&] { line.send(7); });
    EXPECT_EQ(seen(select(quiet, line)), "1: 7"s);
    sender.join();
}

INTERLEAVE_TEST(Select, it_wakes_when_the_last_sender_goes) {
    Line ended, line;
    ended.close();
    std::thread sender([&] { line.close(); });
    EXPECT_EQ(seen(select(ended, line)), "Disconnected"s);
    sender.join();
}

// A receiver that has a value as soon as it is watched, or never.
struct Watched {
    using value_type = int;
    std::expected<int, RecvError> try_recv() {
        if (!came) return std::unexpected(RecvError::empty);
        came = false;
        return 7;
    }
    std::expected<int, RecvError> recv() { return try_recv(); }
    bool watch(fearless::Alarm& alarm) {
        if (!comes) return watched = true;
        came = true;
        (void)alarm.ring();  // and a ring takes the alarm off
        return true;
    }
    void unwatch() { watched = false; }
    bool comes;
    bool came = false, watched = false;
};

TEST(Select, nobody_knows_of_a_select_that_is_over) {
    Watched loud{true}, quiet{false};
    EXPECT_EQ(seen(select(loud, quiet)), "0: 7"s);
    EXPECT_FALSE(quiet.watched) << "the second channel would ring an alarm that is gone";
    EXPECT_EQ(seen(select(quiet, loud)), "1: 7"s);
    EXPECT_FALSE(quiet.watched) << "the first channel would ring an alarm that is gone";
}

TEST(Select, it_meets_a_sender_without_room) {
    auto [tx, rx] = sync_channel<Letter>(0);
    Line quiet;
    probe::StillGate gate;
    std::jthread sender([gate, tx = std::move(tx)] {
        gate.wait();
        (void)tx.send(letter(7));
    });
    EXPECT_EQ(seen(select(quiet, rx)), "1: 7"s);
}

TEST(Select, the_first_one_comes_first) {
    Line first, second;
    second.send(2);
    first.send(1);
    EXPECT_EQ(seen(select(first, second)), "0: 1"s);
    EXPECT_EQ(seen(select(first, second)), "1: 2"s) << "it took what it did not give";
}

TEST(Select, what_was_sent_comes_before_the_end) {
    Line first, second;
    first.send(1);
    second.send(2);
    first.close();
    second.close();
    EXPECT_EQ(seen(select(first, second)), "0: 1"s);
    EXPECT_EQ(seen(select(first, second)), "1: 2"s);
    EXPECT_EQ(seen(select(first, second)), "Disconnected"s);
    EXPECT_EQ(seen(select(first, second)), "Disconnected"s);
}

TEST(Select, the_receivers_may_differ) {
    auto [tx, rx] = sync_channel<Letter>(1);
    Line line;
    (void)tx.send(letter(7));
    EXPECT_EQ(seen(select(line, rx)), "1: 7"s);
    line.send(8);
    EXPECT_EQ(seen(select(line, rx)), "0: 8"s);
}

TEST(Select, it_sleeps_while_neither_has_anything) {
    Line first, second;
    probe::StillGate gate;  // opens when every thread sleeps: the select below, too
    std::jthread sender([&, gate] {
        gate.wait();
        second.send(7);
    });
    EXPECT_EQ(seen(select(first, second)), "1: 7"s);
}

TEST(Select, it_sleeps_beside_one_that_has_ended) {
    Line first, second;
    first.close();
    probe::StillGate gate;
    std::jthread sender([&, gate] {
        gate.wait();
        second.send(7);
    });
    EXPECT_EQ(seen(select(first, second)), "1: 7"s);
}

}  // namespace
