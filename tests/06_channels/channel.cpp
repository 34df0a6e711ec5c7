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

#include "06_channels/said.hpp"
#include "kit/schedules.hpp"

namespace post {

// A message that says where the answer goes, and that counts its copies.
struct Question {
    std::optional<fearless::Sender<Question>> answer_to;
    std::shared_ptr<const int> count;
};

}  // namespace post

// Its members are, and one of them asks about the type itself.
template <>
inline constexpr bool fearless::enable_send<post::Question> = true;

namespace {

using fearless::channel;
using fearless::Receiver;
using fearless::Sender;
using post::Question;
using namespace std::chrono_literals;
using namespace std::string_literals;

INTERLEAVE_TEST(Channel, recv_waits_for_what_is_sent) {
    auto [tx, rx] = channel<Letter>();
    std::thread sender([tx = tx] { (void)tx.send(letter(7)); });
    EXPECT_EQ(said(rx.recv()), "7"s);
    sender.join();
}

INTERLEAVE_TEST(Channel, the_last_sender_ends_it_and_no_other) {
    auto [tx, rx] = channel<Letter>();
    std::thread sender([tx = tx] { (void)tx.send(letter(1)); });
    {
        const auto gone = std::move(tx);
    }
    const auto early = rx.try_recv();
    sender.join();
    if (!early) {
        EXPECT_EQ(said(early), "Empty"s) << "told of the end while a sender lived";
        EXPECT_EQ(said(rx.try_recv()), "1"s);
    }
    EXPECT_EQ(said(rx.try_recv()), "Disconnected"s);
}

INTERLEAVE_TEST(Channel, the_last_sender_wakes_the_receiver) {
    auto [tx, rx] = channel<Letter>();
    std::thread sender([tx = std::move(tx)] {});
    EXPECT_EQ(said(rx.recv()), "Disconnected"s);
    sender.join();
}

INTERLEAVE_TEST(Channel, what_is_sent_while_the_receiver_goes_is_not_lost_from_sight) {
    const auto count = std::make_shared<const int>(0);
    auto [tx, rx] = channel<Question>();
    std::thread receiver([rx = std::move(rx)]() mutable { const auto gone = std::move(rx); });
    const auto sent = tx.send({std::nullopt, count});
    receiver.join();
    const auto others = static_cast<int>(count.use_count() - 1);
    EXPECT_EQ(others, sent ? 0 : 1) << "it is either destroyed with the receiver or given back";
}

INTERLEAVE_TEST_BOUNDED(Channel, a_batch_waits_for_its_first_value, 2) {
    auto [tx, rx] = channel<Letter>();
    std::thread sender([tx = tx] { (void)tx.send(letter(7)); });
    EXPECT_TRUE(rx.recv_batch(1)) << "a sender lived, so something could still come";
    sender.join();
}

TEST(Channel, a_batch_is_what_is_there_but_not_more_than_was_asked_for) {
    auto [tx, rx] = channel<Letter>();
    for (int number : {1, 2, 3, 4, 5}) (void)tx.send(letter(number));
    EXPECT_EQ(rx.recv_batch(2).value().size(), 2u);
    EXPECT_EQ(said(rx.recv()), "3"s);
    EXPECT_EQ(rx.recv_batch(10).value().size(), 2u);
    (void)tx.send(letter(6));
    {
        const auto gone = std::move(tx);
    }
    EXPECT_EQ(rx.recv_batch(10).value().size(), 1u) << "it was sent before the end";
    const auto end = rx.recv_batch(10);
    EXPECT_TRUE(!end && end.error() == fearless::RecvError::disconnected);
}

TEST(Channel, a_copy_keeps_the_channel_open) {
    auto [tx, rx] = channel<Letter>();
    std::optional<Sender<Letter>> copy(tx);
    {
        const auto gone = std::move(tx);
    }
    EXPECT_EQ(said(rx.try_recv()), "Empty"s) << "a sender was left";
    EXPECT_TRUE(copy->send(letter(5)));
    copy.reset();
    EXPECT_EQ(said(rx.try_recv()), "5"s) << "it was sent before the last sender went";
    EXPECT_EQ(said(rx.try_recv()), "Disconnected"s);
    EXPECT_EQ(said(rx.recv()), "Disconnected"s);
    EXPECT_EQ(said(rx.recv_for(1h)), "Disconnected"s);
}

TEST(Channel, a_send_that_nobody_can_receive_gives_the_value_back) {
    auto [tx, rx] = channel<Letter>();
    {
        const auto gone = std::move(rx);
    }
    EXPECT_EQ(said(tx.send(letter(7))), "Disconnected: 7"s);
}

TEST(Channel, what_was_not_received_is_destroyed_with_the_receiver) {
    const auto count = std::make_shared<const int>(0);
    auto [tx, rx] = channel<Question>();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(tx.send({std::nullopt, count}));
    EXPECT_TRUE(rx.recv());
    {
        const auto gone = std::move(rx);
    }
    EXPECT_TRUE(count.use_count() == 1) << "a sender is no reason to keep what nobody can receive";
}

TEST(Channel, a_message_may_hold_a_sender_of_its_own_channel) {
    const auto count = std::make_shared<const int>(0);
    {
        auto [tx, rx] = channel<Question>();
        EXPECT_TRUE(tx.send({tx, count}));
        EXPECT_TRUE(tx.send({std::nullopt, count}));
    }
    EXPECT_TRUE(count.use_count() == 1) << "the message kept its channel alive, and itself";
}

TEST(Channel, try_recv_does_not_wait) {
    auto [tx, rx] = channel<Letter>();
    EXPECT_EQ(said(rx.try_recv()), "Empty"s);
    EXPECT_TRUE(tx.send(letter(7)));
    EXPECT_EQ(said(rx.try_recv()), "7"s);
}

TEST(Channel, recv_for_waits_as_long_as_it_was_told) {
    auto [tx, rx] = channel<Letter>();
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(said(rx.recv_for(3ms)), "Timeout"s);
    EXPECT_TRUE(std::chrono::steady_clock::now() - start >= 3ms) << "came back too early";
    EXPECT_EQ(said(rx.recv_for(-1s)), "Timeout"s);
    EXPECT_TRUE(tx.send(letter(7)));
    EXPECT_EQ(said(rx.recv_for(-1s)), "7"s) << "the value was there, and needs no time";
}

TEST(Channel, a_handle_that_was_moved_from_is_at_no_channel) {
    auto [tx, rx] = channel<Letter>();
    const auto sender = std::move(tx);
    auto receiver = std::move(rx);
    EXPECT_EQ(said(tx.send(letter(7))), "Disconnected: 7"s);
    EXPECT_EQ(said(rx.recv()), "Disconnected"s);
    EXPECT_EQ(said(rx.try_recv()), "Disconnected"s);
    EXPECT_EQ(said(rx.recv_for(1h)), "Disconnected"s);
    EXPECT_TRUE(sender.send(letter(8))) << "the channel has moved on, and works";
    EXPECT_EQ(said(receiver.recv()), "8"s);
}

TEST(Channel, a_handle_that_is_assigned_to_leaves_its_old_channel) {
    auto [old_tx, old_rx] = channel<Letter>();
    auto [tx, rx] = channel<Letter>();
    auto sender = old_tx;
    sender = tx;
    old_tx = tx;
    EXPECT_EQ(said(old_rx.recv()), "Disconnected"s);
    auto receiver = std::move(old_rx);
    receiver = std::move(rx);
    EXPECT_TRUE(sender.send(letter(7)));
    EXPECT_EQ(said(receiver.recv()), "7"s);
}

TEST(Channel, many_senders_and_nothing_is_lost) {
    auto [tx, rx] = channel<Letter>();
    std::vector<std::jthread> senders;
    for (int id = 0; id < 4; ++id) {
        senders.emplace_back([tx = tx, id] {
            for (int i = 0; i < 100; ++i) (void)tx.send(letter(id * 100 + i));
        });
    }
    {
        const auto gone = std::move(tx);
    }
    int next[] = {0, 100, 200, 300};
    while (const auto value = rx.recv()) {
        EXPECT_EQ(**value, next[**value / 100]++) << "one sender's values came out of order";
    }
    for (int id = 0; id < 4; ++id) EXPECT_EQ(next[id], id * 100 + 100) << "values got lost";
}

TEST(Channel, there_is_one_receiver_and_as_many_senders_as_wanted) {
    EXPECT_FALSE(std::is_copy_constructible_v<Receiver<Letter>>);
    EXPECT_FALSE(std::is_copy_assignable_v<Receiver<Letter>>);
    EXPECT_TRUE(std::is_nothrow_move_constructible_v<Receiver<Letter>>);
    EXPECT_TRUE(std::is_copy_constructible_v<Sender<Letter>>);
    EXPECT_TRUE(fearless::Send<Sender<Letter>> && fearless::Sync<const Sender<Letter>>);
    EXPECT_TRUE(fearless::Send<Receiver<Letter>> && !fearless::Sync<const Receiver<Letter>>);
}

}  // namespace
