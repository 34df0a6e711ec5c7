#include <gtest/gtest.h>

#include <chrono>
#include <fearless/channel.hpp>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/probe.hpp"
#include "support/schedules.hpp"

namespace post {

// A message that says where the answer goes.
struct Question {
    std::optional<fearless::Sender<Question>> answer_to;
    std::shared_ptr<const int> letter;
};

}  // namespace post

// Its members are, and one of them asks about the type itself.
template <>
inline constexpr bool fearless::enable_send<post::Question> = true;

// It counts with atomics.
template <>
inline constexpr bool fearless::enable_send<probe::Tracked> = true;

namespace {

using fearless::channel;
using fearless::Receiver;
using fearless::RecvError;
using fearless::Sender;
using fearless::SendFailure;
using namespace std::chrono_literals;

std::vector<int> all_from(Receiver<int>& rx) {
    std::vector<int> received;
    while (const auto value = rx.recv()) received.push_back(*value);
    return received;
}

INTERLEAVE_TEST(Channel, recv_waits_for_what_is_sent) {
    auto [tx, rx] = channel<int>();
    std::thread sender([tx = tx] { (void)tx.send(7); });
    EXPECT_EQ(rx.recv(), 7);
    sender.join();
}

INTERLEAVE_TEST(Channel, the_last_sender_ends_it_and_no_other) {
    auto [tx, rx] = channel<int>();
    std::thread sender([tx = tx] { (void)tx.send(1); });
    {
        const auto gone = std::move(tx);
    }
    const auto early = rx.try_recv();
    sender.join();
    if (!early) {
        EXPECT_EQ(early.error(), RecvError::empty) << "told of the end while a sender lived";
        EXPECT_EQ(rx.try_recv(), 1);
    }
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::disconnected));
}

INTERLEAVE_TEST(Channel, the_last_sender_wakes_the_receiver) {
    auto [tx, rx] = channel<int>();
    std::thread sender([tx = std::move(tx)] {});
    EXPECT_EQ(rx.recv(), std::unexpected(RecvError::disconnected));
    sender.join();
}

INTERLEAVE_TEST(Channel, what_is_sent_while_the_receiver_goes_is_not_lost_from_sight) {
    const auto letter = std::make_shared<const int>(7);
    auto [tx, rx] = channel<std::shared_ptr<const int>>();
    std::thread receiver([rx = std::move(rx)]() mutable { const auto gone = std::move(rx); });
    const auto sent = tx.send(letter);
    receiver.join();
    const auto others = letter.use_count() - 1;
    EXPECT_EQ(others, sent ? 0 : 1) << "it is either destroyed with the receiver or given back";
    if (!sent) EXPECT_EQ(sent.error().value, letter);
}

TEST(Channel, a_copy_keeps_the_channel_open) {
    auto [tx, rx] = channel<int>();
    std::optional<Sender<int>> copy(tx);
    {
        const auto gone = std::move(tx);
    }
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::empty)) << "a sender was left";
    EXPECT_TRUE(copy->send(5));
    copy.reset();
    EXPECT_EQ(rx.try_recv(), 5) << "it was sent before the last sender went";
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::disconnected));
    EXPECT_EQ(rx.recv(), std::unexpected(RecvError::disconnected));
    EXPECT_EQ(rx.recv_for(1h), std::unexpected(RecvError::disconnected));
}

TEST(Channel, a_send_that_nobody_can_receive_gives_the_value_back) {
    auto [tx, rx] = channel<std::unique_ptr<int>>();
    {
        const auto gone = std::move(rx);
    }
    auto sent = tx.send(std::make_unique<int>(7));
    ASSERT_FALSE(sent) << "the receiver is gone";
    EXPECT_EQ(sent.error().reason, SendFailure::disconnected);
    ASSERT_TRUE(sent.error().value) << "the value got lost";
    EXPECT_EQ(*sent.error().value, 7);
}

TEST(Channel, what_was_not_received_is_destroyed_with_the_receiver) {
    const auto letter = std::make_shared<const int>(7);
    auto [tx, rx] = channel<std::shared_ptr<const int>>();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(tx.send(letter));
    EXPECT_EQ(rx.recv(), letter);
    {
        const auto gone = std::move(rx);
    }
    EXPECT_EQ(letter.use_count(), 1) << "a sender is no reason to keep what nobody can receive";
}

TEST(Channel, a_message_may_hold_a_sender_of_its_own_channel) {
    const auto letter = std::make_shared<const int>(7);
    {
        auto [tx, rx] = channel<post::Question>();
        EXPECT_TRUE(tx.send({tx, letter}));
        EXPECT_TRUE(tx.send({std::nullopt, letter}));
    }
    EXPECT_EQ(letter.use_count(), 1) << "the message kept its channel alive, and itself";
}

TEST(Channel, try_recv_does_not_wait) {
    auto [tx, rx] = channel<std::string>();
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::empty));
    EXPECT_TRUE(tx.send("hello"));
    EXPECT_EQ(rx.try_recv(), "hello");
}

TEST(Channel, recv_for_waits_as_long_as_it_was_told) {
    auto [tx, rx] = channel<int>();
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(rx.recv_for(3ms), std::unexpected(RecvError::timeout));
    EXPECT_GE(std::chrono::steady_clock::now() - start, 3ms) << "came back too early";
    EXPECT_EQ(rx.recv_for(-1s), std::unexpected(RecvError::timeout));
    EXPECT_TRUE(tx.send(7));
    EXPECT_EQ(rx.recv_for(-1s), 7) << "the value was there, and needs no time";
}

TEST(Channel, a_handle_that_was_moved_from_is_at_no_channel) {
    auto [tx, rx] = channel<std::unique_ptr<int>>();
    const auto sender = std::move(tx);
    auto receiver = std::move(rx);
    auto sent = tx.send(std::make_unique<int>(7));
    ASSERT_FALSE(sent);
    ASSERT_TRUE(sent.error().value) << "the value got lost";
    EXPECT_EQ(rx.recv(), std::unexpected(RecvError::disconnected));
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::disconnected));
    EXPECT_EQ(rx.recv_for(1h), std::unexpected(RecvError::disconnected));
    EXPECT_TRUE(sender.send(nullptr)) << "the channel has moved on, and works";
    EXPECT_TRUE(receiver.recv());
}

TEST(Channel, a_handle_that_is_assigned_to_leaves_its_old_channel) {
    auto [old_tx, old_rx] = channel<int>();
    auto [tx, rx] = channel<int>();
    auto sender = old_tx;
    sender = tx;
    old_tx = tx;
    EXPECT_EQ(old_rx.recv(), std::unexpected(RecvError::disconnected));
    auto receiver = std::move(old_rx);
    receiver = std::move(rx);
    EXPECT_TRUE(sender.send(7));
    EXPECT_EQ(receiver.recv(), 7);
}

TEST(Channel, values_are_moved_and_never_copied) {
    probe::Tracked::reset();
    auto [tx, rx] = channel<std::unique_ptr<probe::Tracked>>();
    EXPECT_TRUE(tx.send(std::make_unique<probe::Tracked>(7)));
    EXPECT_EQ(rx.recv().value()->value(), 7);
    EXPECT_EQ(probe::Tracked::copies(), 0);
}

TEST(Channel, many_senders_and_nothing_is_lost) {
    auto [tx, rx] = channel<int>();
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
    for (const int value : all_from(rx)) {
        EXPECT_EQ(value, next[value / 100]++) << "one sender's values came out of order";
    }
    EXPECT_EQ(next, (std::vector{100, 200, 300, 400})) << "values got lost";
}

TEST(Channel, there_is_one_receiver_and_as_many_senders_as_wanted) {
    EXPECT_FALSE(std::is_copy_constructible_v<Receiver<int>>);
    EXPECT_FALSE(std::is_copy_assignable_v<Receiver<int>>);
    EXPECT_TRUE(std::is_nothrow_move_constructible_v<Receiver<int>>);
    EXPECT_TRUE(std::is_copy_constructible_v<Sender<int>>);
    EXPECT_TRUE(fearless::Send<Sender<int>> && fearless::Sync<const Sender<int>>);
    EXPECT_TRUE(fearless::Send<Receiver<int>> && !fearless::Sync<const Receiver<int>>);
}

}  // namespace
