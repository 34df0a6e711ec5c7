#include <gtest/gtest.h>

#include <chrono>
#include <fearless/sync_channel.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "support/probe.hpp"
#include "support/schedules.hpp"

namespace {

using fearless::RecvError;
using fearless::SendFailure;
using fearless::sync_channel;
using namespace std::chrono_literals;

INTERLEAVE_TEST(SyncChannel, a_sender_without_room_waits_until_there_is_some) {
    auto [tx, rx] = sync_channel<int>(1);
    (void)tx.send(1);
    auto sent = std::make_shared<std::atomic<bool>>(false);
    std::thread sender([tx = tx, sent] {
        (void)tx.send(2);
        *sent = true;
    });
    EXPECT_FALSE(*sent) << "nothing was received, so there was no room";
    EXPECT_EQ(rx.try_recv(), 1);
    sender.join();
    EXPECT_EQ(rx.try_recv(), 2) << "there was room, so the send had to come back";
}

INTERLEAVE_TEST(SyncChannel, a_send_wakes_the_receiver_that_waits) {
    auto [tx, rx] = sync_channel<int>(1);
    std::thread sender([tx = tx] { (void)tx.try_send(7); });
    EXPECT_EQ(rx.recv(), 7);
    sender.join();
}

INTERLEAVE_TEST(SyncChannel, a_sender_that_waits_gets_its_value_back_when_the_receiver_goes) {
    auto [tx, rx] = sync_channel<std::unique_ptr<int>>(1);
    (void)tx.send(nullptr);
    std::thread receiver([rx = std::move(rx)]() mutable { const auto gone = std::move(rx); });
    auto sent = tx.send(std::make_unique<int>(7));
    ASSERT_FALSE(sent);
    EXPECT_TRUE(sent.error().value) << "the value got lost";
    receiver.join();
}

INTERLEAVE_TEST(SyncChannel, a_send_that_runs_out_of_time_has_sent_nothing) {
    auto [tx, rx] = sync_channel<int>(1);
    (void)tx.send(1);
    auto in_time = std::make_shared<std::atomic<bool>>(false);
    std::thread sender([tx = tx, in_time] { *in_time = tx.send_for(2, 1ms).has_value(); });
    EXPECT_EQ(rx.try_recv(), 1);
    sender.join();
    EXPECT_EQ(rx.try_recv().has_value(), in_time->load()) << "sent, or late, and not both";
}

TEST(SyncChannel, try_send_does_not_wait_and_gives_the_value_back) {
    auto [tx, rx] = sync_channel<std::unique_ptr<int>>(2);
    EXPECT_TRUE(tx.try_send(nullptr));
    EXPECT_TRUE(tx.try_send(nullptr)) << "there was room for two";
    auto third = tx.try_send(std::make_unique<int>(3));
    ASSERT_FALSE(third) << "there was room for two only";
    EXPECT_EQ(third.error().reason, SendFailure::full);
    EXPECT_TRUE(third.error().value) << "the value got lost";
    EXPECT_TRUE(rx.recv());
    EXPECT_TRUE(tx.try_send(nullptr)) << "one was received, so there was room again";
    {
        const auto gone = std::move(rx);
    }
    auto late = tx.try_send(std::make_unique<int>(4));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reason, SendFailure::disconnected) << "full, and nobody will make room";
    EXPECT_TRUE(late.error().value);
}

TEST(SyncChannel, send_for_waits_as_long_as_it_was_told) {
    auto [tx, rx] = sync_channel<int>(1);
    EXPECT_TRUE(tx.send_for(1, -1s)) << "there was room, and room needs no time";
    const auto start = std::chrono::steady_clock::now();
    const auto late = tx.send_for(2, 3ms);
    EXPECT_GE(std::chrono::steady_clock::now() - start, 3ms) << "came back too early";
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reason, SendFailure::timeout);
    EXPECT_EQ(late.error().value, 2);
    EXPECT_FALSE(tx.send_for(3, -1s));
    EXPECT_EQ(rx.recv(), 1);
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::empty)) << "what was late is not sent";
    EXPECT_TRUE(tx.send_for(4, std::chrono::nanoseconds::max()));
}

TEST(SyncChannel, values_come_in_order_and_the_end_comes_last) {
    auto [tx, rx] = sync_channel<int>(3);
    for (int value : {1, 2, 3}) EXPECT_TRUE(tx.send(value));
    EXPECT_EQ(rx.recv(), 1);
    EXPECT_TRUE(tx.send(4));
    {
        const auto gone = std::move(tx);
    }
    for (int value : {2, 3, 4}) EXPECT_EQ(rx.recv_for(1h), value);
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::disconnected));
}

TEST(SyncChannel, what_was_not_received_is_destroyed_with_the_receiver) {
    const auto letter = std::make_shared<const int>(7);
    auto [tx, rx] = sync_channel<std::shared_ptr<const int>>(3);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(tx.send(letter));
    EXPECT_TRUE(rx.recv());
    {
        const auto gone = std::move(rx);
    }
    EXPECT_EQ(letter.use_count(), 1);
}

TEST(SyncChannel, a_sender_that_waits_sleeps_until_there_is_room) {
    auto [tx, rx] = sync_channel<int>(1);
    (void)tx.send(1);
    probe::StillGate gate;  // opens when every thread sleeps: the sender below, too
    std::jthread receiver([gate, rx = std::move(rx)]() mutable {
        gate.wait();
        (void)rx.recv();
        (void)rx.recv();
    });
    EXPECT_TRUE(tx.send(2));
    EXPECT_TRUE(gate.opened()) << "there was no room yet";
}

// Its move throws while `broken` is set.
struct Fragile {
    Fragile() = default;
    Fragile(Fragile&&) { check(); }
    Fragile& operator=(Fragile&&) {
        check();
        return *this;
    }
    static void check() {
        if (broken) throw std::runtime_error("dropped");
    }
    static inline bool broken = false;
};

TEST(SyncChannel, a_move_that_throws_costs_no_room) {
    fearless::BoundedMailbox<Fragile> box(1);
    Fragile first, second;
    Fragile::broken = true;
    EXPECT_THROW((void)box.put(first), std::runtime_error);
    Fragile::broken = false;
    EXPECT_TRUE(box.try_put(second)) << "nothing got in, so there was room";
    Fragile::broken = true;
    EXPECT_THROW((void)box.try_take(), std::runtime_error);
    Fragile::broken = false;
}

TEST(SyncChannel, many_senders_and_nothing_is_lost) {
    auto [tx, rx] = sync_channel<int>(4);
    std::vector<std::jthread> senders;
    for (int id = 0; id < 4; ++id) {
        senders.emplace_back([tx = tx, id] {
            for (int i = 0; i < 100; ++i) (void)tx.send(id * 100 + i);
        });
    }
    {
        const auto gone = std::move(tx);
    }
    std::vector<int> next{0, 100, 200, 300};
    for (;;) {
        const auto value = rx.recv();
        if (!value) break;
        EXPECT_EQ(*value, next[*value / 100]++) << "one sender's values came out of order";
    }
    EXPECT_EQ(next, (std::vector{100, 200, 300, 400})) << "values got lost";
}

}  // namespace
