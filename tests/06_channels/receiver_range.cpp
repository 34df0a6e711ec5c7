#include <gtest/gtest.h>

#include <algorithm>
#include <fearless/channel.hpp>
#include <iterator>
#include <memory>
#include <ranges>
#include <thread>
#include <utility>
#include <vector>

#include "kit/schedules.hpp"

namespace {

using fearless::channel;
using fearless::Receiver;
using fearless::RecvError;
using fearless::RecvIterator;

INTERLEAVE_TEST(ReceiverRange, the_loop_waits_for_the_next_value) {
    auto [tx, rx] = channel<int>();
    std::thread sender([tx = tx] { (void)tx.send(1); });
    int received = 0;
    for (const int value : rx) {
        received = value;
        break;
    }
    EXPECT_EQ(received, 1) << "the loop ended, and the sender was alive";
    sender.join();
}

INTERLEAVE_TEST(ReceiverRange, the_loop_ends_with_the_last_sender) {
    auto [tx, rx] = channel<int>();
    std::thread sender([tx = std::move(tx)] {});
    for ([[maybe_unused]] const int value : rx) ADD_FAILURE() << "nothing was sent";
    sender.join();
}

TEST(ReceiverRange, the_loop_sees_every_value_once_and_in_order) {
    auto [tx, rx] = channel<int>();
    for (int value : {1, 2, 3, 0, 4}) (void)tx.send(value);
    {
        const auto gone = std::move(tx);
    }
    std::vector<int> received;
    for (const int value : rx) received.push_back(value);
    EXPECT_EQ(received, (std::vector{1, 2, 3, 0, 4}));
}

TEST(ReceiverRange, nothing_sent_is_an_empty_loop) {
    auto [tx, rx] = channel<int>();
    {
        const auto gone = std::move(tx);
    }
    for ([[maybe_unused]] const int value : rx) ADD_FAILURE() << "nothing was sent";
    EXPECT_TRUE(rx.begin() == rx.end());
}

TEST(ReceiverRange, values_are_moved_out_of_the_loop) {
    auto [tx, rx] = channel<std::unique_ptr<int>>();
    for (int value : {1, 2}) (void)tx.send(std::make_unique<int>(value));
    {
        const auto gone = std::move(tx);
    }
    std::vector<std::unique_ptr<int>> received;
    for (auto value : rx) received.push_back(std::move(value));
    ASSERT_EQ(received.size(), 2u);
    ASSERT_TRUE(received[0] && received[1]);
    EXPECT_EQ(*received[0] * 10 + *received[1], 12);
}

TEST(ReceiverRange, to_look_is_not_to_receive) {
    auto [tx, rx] = channel<int>();
    for (int value : {1, 2}) (void)tx.send(value);
    auto it = rx.begin();
    EXPECT_EQ(*it, 1);
    EXPECT_EQ(*it, 1) << "the same value, until the iterator is incremented";
    EXPECT_FALSE(it == rx.end());
    EXPECT_FALSE(it == rx.end()) << "to ask whether this is the end takes nothing";
    EXPECT_EQ(*++it, 2);
}

TEST(ReceiverRange, what_a_loop_leaves_is_still_there) {
    auto [tx, rx] = channel<int>();
    for (int value : {1, 2, 3}) (void)tx.send(value);
    for (const int value : rx) {
        if (value == 1) break;
    }
    EXPECT_EQ(rx.try_recv(), 2) << "the loop was left at the first value";
    EXPECT_EQ(rx.try_recv(), 3);
    EXPECT_EQ(rx.try_recv(), std::unexpected(RecvError::empty));
}

TEST(ReceiverRange, a_receiver_is_a_range_for_the_standard_library) {
    static_assert(std::input_iterator<RecvIterator<Receiver<std::unique_ptr<int>>>>);
    static_assert(std::ranges::input_range<Receiver<int>>);
    auto [tx, rx] = channel<int>();
    for (int value : {1, 2, 3, 4}) (void)tx.send(value);
    {
        const auto gone = std::move(tx);
    }
    EXPECT_EQ(std::ranges::count_if(rx, [](int value) { return value % 2 == 0; }), 2);
}

}  // namespace
