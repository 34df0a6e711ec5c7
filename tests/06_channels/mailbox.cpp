#include <gtest/gtest.h>

#include <chrono>
#include <fearless/mailbox.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::Alarm;
using fearless::Mailbox;
using fearless::RecvError;
using fearless::SendFailure;

bool put(Mailbox<int>& box, int value) {
    return box.put(value).has_value();
}

// Sleeps until there is something to find, if there is not already.
template <typename T>
void wait_for_something(Mailbox<T>& box) {
    Alarm alarm;
    if (box.watch(alarm)) alarm.wait();
}

INTERLEAVE_TEST(Mailbox, a_put_wakes_the_taker_that_waits) {
    Mailbox<int> box;
    std::thread sender([&] { put(box, 7); });
    wait_for_something(box);
    EXPECT_EQ(box.try_take(), 7) << "the taker was awake, and found nothing";
    sender.join();
}

INTERLEAVE_TEST(Mailbox, what_two_threads_put_is_all_there) {
    Mailbox<int> box;
    std::thread sender([&] { put(box, 1); });
    put(box, 2);
    sender.join();
    const int first = box.try_take().value_or(0);
    const int second = box.try_take().value_or(0);
    EXPECT_TRUE((first == 1 && second == 2) || (first == 2 && second == 1))
        << "taken: " << first << " and " << second;
}

INTERLEAVE_TEST(Mailbox, one_sender_keeps_its_order_while_the_taker_takes) {
    Mailbox<int> box;
    std::thread sender([&] {
        put(box, 1);
        put(box, 2);
    });
    std::vector<int> taken;
    if (const auto early = box.try_take()) taken.push_back(*early);
    sender.join();
    while (const auto found = box.try_take()) taken.push_back(*found);
    EXPECT_EQ(taken, (std::vector{1, 2}));
}

INTERLEAVE_TEST(Mailbox, what_was_put_before_the_end_is_taken_before_the_end) {
    Mailbox<int> box;
    std::thread sender([&] {
        put(box, 1);
        box.close();
    });
    const auto early = box.try_take();
    sender.join();
    if (early) {
        EXPECT_EQ(*early, 1);
    } else {
        EXPECT_EQ(early.error(), RecvError::empty) << "the end came before the value";
        EXPECT_EQ(box.try_take(), 1);
    }
    EXPECT_EQ(box.try_take(), std::unexpected(RecvError::disconnected));
}

INTERLEAVE_TEST(Mailbox, the_end_wakes_the_taker_that_waits) {
    Mailbox<int> box;
    std::thread sender([&] { box.close(); });
    wait_for_something(box);
    EXPECT_EQ(box.try_take(), std::unexpected(RecvError::disconnected));
    sender.join();
}

INTERLEAVE_TEST(Mailbox, what_was_written_before_the_put_can_be_read) {
    Mailbox<std::unique_ptr<int>> box;
    std::thread sender([&] {
        auto letter = std::make_unique<int>(0);
        *letter = 7;
        (void)box.put(letter);
    });
    wait_for_something(box);
    if (const auto letter = box.try_take()) EXPECT_EQ(**letter, 7);
    sender.join();
}

INTERLEAVE_TEST(Mailbox, a_put_and_a_dropped_receiver_agree_on_who_has_the_value) {
    Mailbox<std::unique_ptr<int>> box;
    std::thread taker([&] { box.drop_receiver(); });
    auto letter = std::make_unique<int>(7);
    const auto sent = box.put(letter);
    taker.join();
    EXPECT_EQ(letter == nullptr, sent.has_value()) << "the value was lost, or it was sent twice";
}

TEST(Mailbox, an_alarm_that_was_taken_back_is_not_rung) {
    Mailbox<int> box;
    Alarm alarm;
    EXPECT_TRUE(box.watch(alarm));
    box.unwatch();
    put(box, 1);
    box.close();
    EXPECT_FALSE(alarm.wait_for(std::chrono::nanoseconds(0))) << "its thread could be gone by now";
    EXPECT_EQ(box.try_take(), 1);
}

TEST(Mailbox, values_come_in_the_order_in_which_they_were_put) {
    Mailbox<int> box;
    std::vector<int> taken;
    const auto take = [&] { taken.push_back(box.try_take().value_or(-1)); };
    for (int value : {1, 2, 3}) put(box, value);
    take();
    for (int value : {4, 5}) put(box, value);
    for (int i = 0; i < 4; ++i) take();
    EXPECT_EQ(taken, (std::vector{1, 2, 3, 4, 5}));
}

TEST(Mailbox, empty_is_not_the_end) {
    Mailbox<int> box;
    EXPECT_EQ(box.try_take(), std::unexpected(RecvError::empty)) << "a sender may still put";
    put(box, 1);
    put(box, 2);
    EXPECT_EQ(box.try_take(), 1);
    box.close();
    EXPECT_EQ(box.try_take(), 2) << "it was put before the mailbox was closed";
    EXPECT_EQ(box.try_take(), std::unexpected(RecvError::disconnected)) << "nothing can come";
}

TEST(Mailbox, watch_sees_what_can_be_found) {
    Mailbox<int> box;
    Alarm alarm;
    EXPECT_TRUE(box.watch(alarm)) << "nothing was there";
    box.unwatch();
    put(box, 1);
    put(box, 2);
    EXPECT_FALSE(box.watch(alarm)) << "two values were there";
    EXPECT_EQ(box.try_take(), 1);
    EXPECT_FALSE(box.watch(alarm)) << "one value was left";
    EXPECT_EQ(box.try_take(), 2);
    box.close();
    EXPECT_FALSE(box.watch(alarm)) << "the end was there to be found";
}

TEST(Mailbox, an_alarm_rings_when_something_is_put) {
    Mailbox<int> box;
    Alarm first;
    EXPECT_TRUE(box.watch(first));
    put(box, 1);
    EXPECT_TRUE(first.wait_for(std::chrono::nanoseconds(0))) << "a put rings";
    EXPECT_EQ(box.try_take(), 1);
    Alarm second;
    EXPECT_TRUE(box.watch(second));
    EXPECT_FALSE(second.wait_for(std::chrono::nanoseconds(0))) << "nothing was put since";
    box.close();
    EXPECT_TRUE(second.wait_for(std::chrono::nanoseconds(0))) << "the end rings";
}

TEST(Mailbox, values_are_moved_and_never_copied) {
    probe::Tracked::reset();
    Mailbox<probe::Tracked> box;
    probe::Tracked value(7);
    (void)box.put(value);
    EXPECT_EQ(box.try_take().value().value(), 7);
    EXPECT_EQ(probe::Tracked::copies(), 0);
}

TEST(Mailbox, what_nobody_takes_is_destroyed_when_the_taker_leaves) {
    Mailbox<std::shared_ptr<int>> box;
    const auto letter = std::make_shared<int>(7);
    for (int i = 0; i < 4; ++i) {
        auto copy = letter;
        (void)box.put(copy);
        if (i == 2) (void)box.try_take();
    }
    box.drop_receiver();
    EXPECT_EQ(letter.use_count(), 1) << "values were still in the mailbox";

    auto late = letter;
    EXPECT_EQ(box.put(late), std::unexpected(SendFailure::disconnected));
    EXPECT_EQ(late, letter) << "the value has to stay with who could not put it";
}

TEST(Mailbox, a_mailbox_that_goes_destroys_what_is_in_it) {
    const int before = probe::Tracked::alive();
    {
        Mailbox<probe::Tracked> box;
        for (int i = 0; i < 3; ++i) {
            probe::Tracked value(i);
            (void)box.put(value);
        }
        (void)box.try_take();
    }
    EXPECT_EQ(probe::Tracked::alive(), before);
}

// Says goodbye in the mailbox that it is destroyed in.
struct Goodbye {
    explicit Goodbye(Mailbox<Goodbye>* box) : box(box) {}
    Goodbye(Goodbye&& other) noexcept : box(std::exchange(other.box, nullptr)) {}
    Goodbye& operator=(Goodbye&& other) noexcept {
        std::swap(box, other.box);
        return *this;
    }
    ~Goodbye() {
        if (!box) return;
        Goodbye last(nullptr);
        (void)box->put(last);
    }
    Mailbox<Goodbye>* box;
};

TEST(Mailbox, a_value_may_use_the_mailbox_while_it_is_destroyed) {
    Mailbox<Goodbye> box;
    Goodbye taken(&box), left(&box), unseen(&box);
    (void)box.put(taken);
    (void)box.put(left);
    (void)box.try_take();
    (void)box.put(unseen);
    box.drop_receiver();
    Goodbye late(nullptr);
    EXPECT_EQ(box.put(late), std::unexpected(SendFailure::disconnected));
}

// Its move throws while `broken` is set.
struct Fragile {
    explicit Fragile(int value) : value(value) {}
    Fragile(Fragile&& other) : value(other.value) { check(); }
    Fragile& operator=(Fragile&& other) {
        check();
        value = other.value;
        return *this;
    }
    static void check() {
        if (broken) throw std::runtime_error("dropped");
    }
    static inline bool broken = false;
    int value;
};

TEST(Mailbox, a_move_that_throws_costs_nothing_else) {
    Mailbox<Fragile> box;
    Fragile first(1), second(2), third(3);
    (void)box.put(first);
    Fragile::broken = true;
    EXPECT_THROW((void)box.put(second), std::runtime_error);
    Fragile::broken = false;
    (void)box.put(third);
    Fragile::broken = true;
    EXPECT_THROW((void)box.try_take(), std::runtime_error);
    Fragile::broken = false;
    int last = 0;
    for (;;) {
        const auto found = box.try_take();
        if (!found) break;
        last = found->value;
    }
    EXPECT_EQ(last, 3) << "a value was lost whose move never threw";
}

}  // namespace
