#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fearless/sync_channel.hpp>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "support/probe.hpp"
#include "support/schedules.hpp"

// It counts with atomics.
template <>
inline constexpr bool fearless::enable_send<probe::Tracked> = true;

namespace {

using fearless::RecvError;
using fearless::SendFailure;
using fearless::sync_channel;
using namespace std::chrono_literals;

INTERLEAVE_TEST(Rendezvous, a_send_succeeds_exactly_when_the_value_was_received) {
    auto [tx, rx] = sync_channel<int>(0);
    auto met = std::make_shared<std::atomic<bool>>(false);
    std::thread sender([tx = tx, met] { *met = tx.send(7).has_value(); });
    const auto received = rx.try_recv();
    {
        const auto gone = std::move(rx);
    }
    sender.join();
    EXPECT_EQ(received.has_value(), met->load()) << "one side says they met, the other one not";
}

INTERLEAVE_TEST(Rendezvous, what_the_receiver_did_before_is_known_to_the_sender) {
    auto [tx, rx] = sync_channel<int>(0);
    auto table = std::make_shared<int>(0);
    std::thread receiver([rx = std::move(rx), table]() mutable {
        *table = 1;
        (void)rx.try_recv();
        const auto gone = std::move(rx);
    });
    if (tx.send(7)) EXPECT_EQ(*table, 1);
    receiver.join();
}

INTERLEAVE_TEST(Rendezvous, a_sender_that_waits_gets_its_value_back_when_the_receiver_goes) {
    auto [tx, rx] = sync_channel<std::unique_ptr<int>>(0);
    std::thread receiver([rx = std::move(rx)]() mutable { const auto gone = std::move(rx); });
    auto sent = tx.send(std::make_unique<int>(7));
    ASSERT_FALSE(sent);
    EXPECT_TRUE(sent.error().value) << "the value got lost";
    receiver.join();
}

INTERLEAVE_TEST(Rendezvous, a_sender_that_gives_up_takes_its_value_along) {
    auto [tx, rx] = sync_channel<int>(0);
    auto met = std::make_shared<std::atomic<bool>>(false);
    std::thread sender([tx = tx, met] { *met = tx.send_for(7, 1ms).has_value(); });
    const auto received = rx.try_recv();
    sender.join();
    EXPECT_EQ(received.has_value(), met->load()) << "one side says they met, the other one not";
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::empty)) << "the sender is gone";
}

TEST(Rendezvous, values_come_one_by_one_and_then_the_end) {
    auto [tx, rx] = sync_channel<int>(0);
    std::jthread sender([tx = std::move(tx)] {
        for (int value = 0; value < 100; ++value) (void)tx.send(value);
    });
    for (int value = 0; value < 100; ++value) EXPECT_EQ(rx.recv(), value);
    EXPECT_EQ(rx.recv(), std::unexpected(RecvError::disconnected));
}

TEST(Rendezvous, several_senders_all_meet_the_receiver) {
    auto [tx, rx] = sync_channel<int>(0);
    std::vector<std::jthread> senders;
    for (int id : {1, 2, 3}) senders.emplace_back([tx = tx, id] { (void)tx.send(id); });
    {
        const auto gone = std::move(tx);
    }
    int sum = 0;
    while (const auto value = rx.recv()) sum += *value;
    EXPECT_EQ(sum, 6);
}

TEST(Rendezvous, there_is_no_room_for_anything) {
    auto [tx, rx] = sync_channel<std::unique_ptr<int>>(0);
    auto sent = tx.try_send(std::make_unique<int>(7));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().reason, SendFailure::full);
    EXPECT_TRUE(sent.error().value) << "the value got lost";
    const auto late = tx.send_for(nullptr, 3ms);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reason, SendFailure::timeout);
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::empty)) << "the sender has given up";
    EXPECT_EQ(rx.recv_for(1ms), std::unexpected(RecvError::timeout));
}

TEST(Rendezvous, a_sender_sleeps_until_the_receiver_comes) {
    auto [tx, rx] = sync_channel<int>(0);
    probe::StillGate gate;  // opens when every thread sleeps: the sender below, too
    std::jthread receiver([gate, rx = std::move(rx)]() mutable {
        gate.wait();
        (void)rx.recv();
    });
    EXPECT_TRUE(tx.send(7));
    EXPECT_TRUE(gate.opened()) << "send came back before anybody received";
}

TEST(Rendezvous, a_sender_that_comes_wakes_the_receiver) {
    auto [tx, rx] = sync_channel<int>(0);
    probe::StillGate gate;
    std::jthread sender([gate, tx = tx] {
        gate.wait();
        (void)tx.send(7);
    });
    EXPECT_EQ(rx.recv(), 7);
}

TEST(Rendezvous, a_sender_that_waits_is_something_to_find) {
    auto [tx, rx] = sync_channel<int>(0);
    probe::StillGate gate;
    std::jthread sender([tx = tx] { (void)tx.send(7); });
    gate.wait();
    fearless::Alarm alarm;
    EXPECT_FALSE(rx.watch(alarm)) << "the sender was asleep, and its note on the list";
    rx.unwatch();
    EXPECT_EQ(rx.try_recv(), 7);
}

TEST(Rendezvous, the_value_is_moved_once_from_hand_to_hand) {
    probe::Tracked::reset();
    auto [tx, rx] = sync_channel<std::unique_ptr<probe::Tracked>>(0);
    std::jthread sender(
        [tx = std::move(tx)] { (void)tx.send(std::make_unique<probe::Tracked>(7)); });
    EXPECT_EQ(rx.recv().value()->value(), 7);
    EXPECT_EQ(probe::Tracked::copies(), 0);
}

}  // namespace
