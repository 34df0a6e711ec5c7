#include <gtest/gtest.h>

#include <expected>
#include <fearless/alarm.hpp>
#include <fearless/channel.hpp>
#include <fearless/select.hpp>
#include <fearless/sync_channel.hpp>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "support/probe.hpp"
#include "support/schedules.hpp"

namespace {

using fearless::channel;
using fearless::RecvError;
using fearless::select;
using fearless::sync_channel;

// Which receiver it came from, and what; {-1, 0} for the end.
template <typename Selection>
std::pair<int, int> seen(const Selection& selection) {
    if (!selection) return {-1, 0};
    const int value = std::visit([](int value) { return value; }, *selection);
    return {static_cast<int>(selection->index()), value};
}

using Seen = std::pair<int, int>;

INTERLEAVE_TEST(Select, it_waits_for_the_first) {
    auto [tx, rx] = channel<int>();
    auto [quiet_tx, quiet_rx] = channel<int>();
    std::thread sender([tx = tx] { (void)tx.send(7); });
    EXPECT_EQ(seen(select(rx, quiet_rx)), Seen(0, 7));
    sender.join();
}

INTERLEAVE_TEST(Select, it_waits_for_the_second) {
    auto [tx, rx] = channel<int>();
    auto [quiet_tx, quiet_rx] = channel<int>();
    std::thread sender([tx = tx] { (void)tx.send(7); });
    EXPECT_EQ(seen(select(quiet_rx, rx)), Seen(1, 7));
    sender.join();
}

INTERLEAVE_TEST(Select, the_end_of_one_does_not_end_the_wait_for_the_other) {
    auto [tx, rx] = channel<int>();
    auto [gone_tx, gone_rx] = channel<int>();
    {
        const auto gone = std::move(gone_tx);
    }
    std::thread sender([tx = tx] { (void)tx.send(7); });
    EXPECT_EQ(seen(select(gone_rx, rx)), Seen(1, 7));
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
    EXPECT_EQ(seen(select(loud, quiet)), Seen(0, 7));
    EXPECT_FALSE(quiet.watched) << "the second channel would ring an alarm that is gone";
    EXPECT_EQ(seen(select(quiet, loud)), Seen(1, 7));
    EXPECT_FALSE(quiet.watched) << "the first channel would ring an alarm that is gone";
}

INTERLEAVE_TEST(Select, it_wakes_when_the_last_sender_goes) {
    auto [one, first] = channel<int>();
    auto [two, second] = channel<int>();
    {
        const auto gone = std::move(one);
    }
    std::thread sender([two = std::move(two)] {});
    EXPECT_EQ(seen(select(first, second)), Seen(-1, 0));
    sender.join();
}

TEST(Select, it_meets_a_sender_without_room) {
    auto [tx, rx] = sync_channel<int>(0);
    auto [quiet_tx, quiet_rx] = channel<int>();
    probe::StillGate gate;
    std::jthread sender([gate, tx = std::move(tx)] {
        gate.wait();
        (void)tx.send(7);
    });
    EXPECT_EQ(seen(select(quiet_rx, rx)), Seen(1, 7));
}

TEST(Select, the_first_one_comes_first) {
    auto [one, first] = channel<int>();
    auto [two, second] = channel<int>();
    (void)two.send(2);
    (void)one.send(1);
    EXPECT_EQ(seen(select(first, second)), Seen(0, 1));
    EXPECT_EQ(seen(select(first, second)), Seen(1, 2)) << "it took what it did not give";
}

TEST(Select, what_was_sent_comes_before_the_end) {
    auto [one, first] = channel<int>();
    auto [two, second] = channel<int>();
    (void)one.send(1);
    (void)two.send(2);
    {
        const auto gone = std::move(one);
    }
    {
        const auto gone = std::move(two);
    }
    EXPECT_EQ(seen(select(first, second)), Seen(0, 1));
    EXPECT_EQ(seen(select(first, second)), Seen(1, 2));
    EXPECT_EQ(seen(select(first, second)), Seen(-1, 0));
    EXPECT_EQ(select(first, second), std::unexpected(RecvError::disconnected));
}

TEST(Select, the_receivers_may_differ) {
    auto [words, first] = channel<std::string>();
    auto [boxes, second] = sync_channel<std::unique_ptr<int>>(1);
    (void)boxes.send(std::make_unique<int>(7));
    auto box = select(first, second);
    ASSERT_TRUE(box);
    EXPECT_EQ(*std::get<1>(*box), 7);
    (void)words.send("hello");
    const auto word = select(first, second);
    ASSERT_TRUE(word);
    EXPECT_EQ(std::get<0>(*word), "hello");
}

TEST(Select, it_sleeps_while_neither_has_anything) {
    auto [one, first] = channel<int>();
    auto [two, second] = channel<int>();
    probe::StillGate gate;  // opens when every thread sleeps: the select below, too
    std::jthread sender([gate, two = two] {
        gate.wait();
        (void)two.send(7);
    });
    EXPECT_EQ(seen(select(first, second)), Seen(1, 7));
}

TEST(Select, it_sleeps_beside_one_that_has_ended) {
    auto [one, first] = channel<int>();
    auto [two, second] = channel<int>();
    {
        const auto gone = std::move(one);
    }
    probe::StillGate gate;
    std::jthread sender([gate, two = two] {
        gate.wait();
        (void)two.send(7);
    });
    EXPECT_EQ(seen(select(first, second)), Seen(1, 7));
}

}  // namespace
