#include <gtest/gtest.h>

#include <chrono>
#include <fearless/sync_channel.hpp>
#include <fearless/take.hpp>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "06_channels/said.hpp"
#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::sync_channel;
using namespace std::chrono_literals;
using namespace std::string_literals;

// What both ends share. The ends themselves are explored in the lesson's other tests.
using Box = fearless::BoundedMailbox<Letter>;

INTERLEAVE_TEST(Rendezvous, a_send_succeeds_exactly_when_the_value_was_received) {
    Box box(0);
    bool sent = false;
    std::thread sender([&] {
        auto value = letter(7);
        sent = box.put_for(value, 1ms).has_value();
    });
    const bool received = box.try_take().has_value();
    sender.join();
    EXPECT_TRUE(received == sent) << "one side says they met, the other one not";
    EXPECT_EQ(said(box.try_take()), "Empty"s) << "the sender is gone";
}

INTERLEAVE_TEST_BOUNDED(Rendezvous, a_send_that_is_stopped_has_not_met_the_receiver, 2) {
    Box box(0);
    std::stop_source source;
    bool sent = false;
    std::thread sender([&] {
        auto value = letter(7);
        sent = box.put(value, source.get_token()).has_value();
    });
    source.request_stop();
    const bool received = box.try_take().has_value();
    sender.join();
    EXPECT_TRUE(received == sent) << "one side says they met, the other one not";
    EXPECT_EQ(said(box.try_take()), "Empty"s) << "the sender is gone";
}

INTERLEAVE_TEST(Rendezvous, what_the_receiver_did_before_is_known_to_the_sender) {
    Box box(0);
    int table = 0;
    std::thread receiver([&] {
        table = 1;
        (void)box.try_take();
    });
    auto value = letter(7);
    if (box.put_for(value, 1ms)) {
        EXPECT_TRUE(table == 1);
    }
    receiver.join();
}

INTERLEAVE_TEST_BOUNDED(Rendezvous, the_two_meet, 3) {
    Box box(0);
    std::thread sender([&] {
        auto value = letter(7);
        EXPECT_TRUE(box.put(value).has_value());
    });
    EXPECT_EQ(said(fearless::detail::take(box)), "7"s);
    sender.join();
}

INTERLEAVE_TEST(Rendezvous, a_sender_that_waits_gets_its_value_back_when_the_receiver_goes) {
    Box box(0);
    std::thread receiver([&] { box.drop_receiver(); });
    auto value = letter(7);
    EXPECT_FALSE(box.put(value));
    EXPECT_EQ(said(value), "7"s) << "the value got lost";
    receiver.join();
}

TEST(Rendezvous, values_come_one_by_one_and_then_the_end) {
    auto [tx, rx] = sync_channel<Letter>(0);
    std::jthread sender([tx = std::move(tx)] {
        for (int number = 0; number < 100; ++number) (void)tx.send(letter(number));
    });
    for (int number = 0; number < 100; ++number) {
        ASSERT_EQ(said(rx.recv()), std::to_string(number));
    }
    EXPECT_EQ(said(rx.recv()), "Disconnected"s);
}

TEST(Rendezvous, several_senders_all_meet_the_receiver) {
    auto [tx, rx] = sync_channel<Letter>(0);
    std::vector<std::jthread> senders;
    for (int id : {1, 2, 3}) senders.emplace_back([tx = tx, id] { (void)tx.send(letter(id)); });
    {
        const auto gone = std::move(tx);
    }
    int sum = 0;
    while (const auto value = rx.recv()) sum += **value;
    EXPECT_EQ(sum, 6);
}

TEST(Rendezvous, there_is_no_room_for_anything) {
    auto [tx, rx] = sync_channel<Letter>(0);
    EXPECT_EQ(said(tx.try_send(letter(7))), "Full: 7"s);
    EXPECT_EQ(said(tx.send_for(letter(8), 3ms)), "Timeout: 8"s);
    EXPECT_EQ(said(rx.try_recv()), "Empty"s) << "the sender has given up";
    EXPECT_EQ(said(rx.recv_for(1ms)), "Timeout"s);
}

TEST(Rendezvous, a_sender_sleeps_until_the_receiver_comes) {
    auto [tx, rx] = sync_channel<Letter>(0);
    probe::StillGate gate;  // opens when every thread sleeps: the sender below, too
    std::jthread receiver([gate, rx = std::move(rx)]() mutable {
        gate.wait();
        (void)rx.recv();
    });
    EXPECT_TRUE(tx.send(letter(7)));
    EXPECT_TRUE(gate.opened()) << "send came back before anybody received";
}

TEST(Rendezvous, a_sender_that_comes_wakes_the_receiver) {
    auto [tx, rx] = sync_channel<Letter>(0);
    probe::StillGate gate;
    std::jthread sender([gate, tx = tx] {
        gate.wait();
        (void)tx.send(letter(7));
    });
    EXPECT_EQ(said(rx.recv()), "7"s);
}

TEST(Rendezvous, a_sender_that_waits_is_something_to_find) {
    auto [tx, rx] = sync_channel<Letter>(0);
    probe::StillGate gate;
    std::jthread sender([tx = tx] { (void)tx.send(letter(7)); });
    gate.wait();
    fearless::Alarm alarm;
    EXPECT_FALSE(rx.watch(alarm)) << "the sender was asleep, and its note on the list";
    rx.unwatch();
    EXPECT_EQ(said(rx.try_recv()), "7"s);
}

}  // namespace
