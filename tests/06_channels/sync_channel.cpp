#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fearless/sync_channel.hpp>
#include <fearless/take.hpp>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "06_channels/said.hpp"
#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::SendFailure;
using fearless::sync_channel;
using namespace std::chrono_literals;
using namespace std::string_literals;

// What both ends share. The ends themselves are explored with channel().
using Box = fearless::BoundedMailbox<Letter>;

bool put(Box& box, int number) {
    auto value = letter(number);
    return box.put(value).has_value();
}

INTERLEAVE_TEST(SyncChannel, a_sender_without_room_waits_until_there_is_some) {
    Box box(1);
    put(box, 1);
    std::thread sender([&] { put(box, 2); });
    EXPECT_EQ(said(box.try_take()), "1"s);
    sender.join();
    EXPECT_EQ(said(box.try_take()), "2"s) << "there was room, so the send had to come back";
}

INTERLEAVE_TEST(SyncChannel, a_send_wakes_the_receiver_that_waits) {
    Box box(1);
    std::thread sender([&] { put(box, 7); });
    EXPECT_EQ(said(fearless::detail::take(box)), "7"s);
    sender.join();
}

INTERLEAVE_TEST(SyncChannel, a_sender_that_waits_gets_its_value_back_when_the_receiver_goes) {
    Box box(1);
    put(box, 1);
    std::thread receiver([&] { box.drop_receiver(); });
    auto value = letter(7);
    EXPECT_FALSE(box.put(value));
    EXPECT_EQ(said(value), "7"s) << "the value got lost";
    receiver.join();
}

INTERLEAVE_TEST(SyncChannel, a_send_that_runs_out_of_time_has_sent_nothing) {
    Box box(1);
    put(box, 1);
    bool in_time = false;
    std::thread sender([&] {
        auto value = letter(2);
        in_time = box.put_for(value, 1ms).has_value();
    });
    EXPECT_EQ(said(box.try_take()), "1"s);
    sender.join();
    EXPECT_TRUE(box.try_take().has_value() == in_time) << "sent, or late, and not both";
}

// The sender is woken after 6 ms of its 10, and finds that another value has taken the room. One
// interruption lets that happen; one that makes the sender late makes it late by 3 ms.
INTERLEAVE_TEST_BOUNDED(SyncChannel, the_time_of_a_send_is_for_the_whole_wait, 1) {
    Box box(1);
    put(box, 1);
    std::thread sender([&] {
        auto value = letter(2);
        const auto start = std::chrono::steady_clock::now();
        (void)box.put_for(value, 10ms);
        const auto waited = std::chrono::steady_clock::now() - start;
        if (schedules::time_is_exact)
            EXPECT_TRUE(waited < 16ms) << "the wake-up started the time anew";
    });
    for (int i = 0; i < 2; ++i) std::this_thread::sleep_for(3ms);
    (void)box.try_take();
    auto value = letter(3);
    (void)box.try_put(value);
    sender.join();
}

INTERLEAVE_TEST_BOUNDED(SyncChannel, a_request_ends_a_send_and_leaves_nothing_behind, 3) {
    Box box(0);
    std::stop_source source;
    std::thread sender([&] {
        auto value = letter(7);
        EXPECT_FALSE(box.put(value, source.get_token()));
    });
    source.request_stop();
    sender.join();
    box.drop_receiver();  // rings every note that is left
}

enum class Moment { look, note };
enum class What { nothing, room, receiver };

// A core without room in which something comes at one moment of a send, on the sender's own thread:
// when it has looked for room, or when it has left its note.
struct Scripted {
    std::expected<void, SendFailure> try_put(Letter& value) {
        const bool had_room = std::exchange(room, false);
        if (had_room) value.reset();
        come(Moment::look);
        if (had_room) return {};
        return std::unexpected(SendFailure::full);
    }
    bool leave(fearless::detail::WaitingSender<Letter>& note) {
        if (room) return false;
        left = &note;
        come(Moment::note);
        return true;
    }
    void take_back(fearless::detail::WaitingSender<Letter>&) { left = nullptr; }

    void come(Moment now) {
        if (now != moment || source.stop_requested()) return;
        if (what == What::room) room = true;
        if (what == What::receiver) left->taken = true;
        if (left && what != What::nothing) (void)left->alarm.ring();
        source.request_stop();
    }

    Moment moment;
    What what;
    std::stop_source source{};
    bool room = false;
    fearless::detail::WaitingSender<Letter>* left = nullptr;
};

TEST(SyncChannel, try_send_does_not_wait_and_gives_the_value_back) {
    auto [tx, rx] = sync_channel<Letter>(2);
    EXPECT_EQ(said(tx.try_send(letter(1))), "Sent"s);
    EXPECT_EQ(said(tx.try_send(letter(2))), "Sent"s) << "there was room for two";
    EXPECT_EQ(said(tx.try_send(letter(3))), "Full: 3"s) << "there was room for two only";
    EXPECT_EQ(said(rx.recv()), "1"s);
    EXPECT_EQ(said(tx.try_send(letter(4))), "Sent"s) << "one was received, so there was room again";
    {
        const auto gone = std::move(rx);
    }
    EXPECT_EQ(said(tx.try_send(letter(5))), "Disconnected: 5"s)
        << "full, and nobody will make room";
}

TEST(SyncChannel, send_for_waits_as_long_as_it_was_told) {
    auto [tx, rx] = sync_channel<Letter>(1);
    EXPECT_TRUE(tx.send_for(letter(1), -1s)) << "there was room, and room needs no time";
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(said(tx.send_for(letter(2), 3ms)), "Timeout: 2"s);
    EXPECT_TRUE(std::chrono::steady_clock::now() - start >= 3ms) << "came back too early";
    EXPECT_FALSE(tx.send_for(letter(3), -1s));
    EXPECT_EQ(said(rx.recv()), "1"s);
    EXPECT_EQ(said(rx.try_recv()), "Empty"s) << "what was late is not sent";
    EXPECT_TRUE(tx.send_for(letter(4), std::chrono::nanoseconds::max()));
}

std::string come_of(Scripted core) {
    auto value = letter(7);
    const auto sent = fearless::detail::put(core, value, core.source.get_token());
    EXPECT_TRUE(!core.left) << "a note was left behind, and its sender is gone";
    if (sent) return "Sent";
    EXPECT_TRUE(sent.error() == SendFailure::stopped);
    return "Stopped: " + said(value);
}

TEST(SyncChannel, a_request_ends_a_send_without_room_whenever_it_comes) {
    EXPECT_EQ(come_of({Moment::look, What::nothing}), "Stopped: 7"s);
    EXPECT_EQ(come_of({Moment::note, What::nothing}), "Stopped: 7"s);
}

TEST(SyncChannel, room_that_was_made_before_a_request_is_used) {
    EXPECT_EQ(come_of({Moment::look, What::room}), "Sent"s);
    EXPECT_EQ(come_of({Moment::note, What::room}), "Sent"s);
    EXPECT_EQ(come_of({Moment::note, What::receiver}), "Sent"s)
        << "the value was taken from the note";
}

TEST(SyncChannel, a_request_wakes_a_sender_that_sleeps) {
    auto [tx, rx] = sync_channel<Letter>(1);
    std::stop_source source;
    probe::StillGate gate;
    (void)tx.send(letter(1));
    std::jthread boss([&, gate] {
        gate.wait();
        source.request_stop();
    });
    EXPECT_EQ(said(tx.send(letter(2), source.get_token())), "Stopped: 2"s);
    EXPECT_TRUE(gate.opened()) << "there was neither room nor a request";
    EXPECT_EQ(said(rx.recv()), "1"s);
    EXPECT_EQ(said(rx.try_recv()), "Empty"s) << "what was stopped is not sent";
    EXPECT_EQ(said(tx.send(letter(3), source.get_token())), "Sent"s) << "there was room";
}

TEST(SyncChannel, values_come_in_order_and_the_end_comes_last) {
    auto [tx, rx] = sync_channel<Letter>(3);
    for (int number : {1, 2, 3}) EXPECT_TRUE(tx.send(letter(number)));
    EXPECT_EQ(said(rx.recv()), "1"s);
    EXPECT_TRUE(tx.send(letter(4)));
    {
        const auto gone = std::move(tx);
    }
    for (int number : {2, 3, 4}) EXPECT_EQ(said(rx.recv_for(1h)), std::to_string(number));
    EXPECT_EQ(said(rx.try_recv()), "Disconnected"s);
}

TEST(SyncChannel, a_sender_that_waits_sleeps_until_there_is_room) {
    auto [tx, rx] = sync_channel<Letter>(1);
    (void)tx.send(letter(1));
    probe::StillGate gate;  // opens when every thread sleeps: the sender below, too
    std::jthread receiver([gate, rx = std::move(rx)]() mutable {
        gate.wait();
        (void)rx.recv();
        (void)rx.recv();
    });
    EXPECT_TRUE(tx.send(letter(2)));
    EXPECT_TRUE(gate.opened()) << "there was no room yet";
}

// Cannot be moved while `broken` says so.
struct Fragile {
    explicit Fragile(const bool& broken) : broken(&broken) { ++alive; }
    Fragile(Fragile&& other) : broken(other.whole()) { ++alive; }
    Fragile& operator=(Fragile&& other) {
        broken = other.whole();
        return *this;
    }
    ~Fragile() { --alive; }
    const bool* whole() const {
        if (*broken) throw std::runtime_error("dropped");
        return broken;
    }
    static inline std::atomic<int> alive = 0;
    const bool* broken;
};

TEST(SyncChannel, a_move_that_throws_is_for_its_own_sender_and_the_next_one_goes_on) {
    fearless::BoundedMailbox<Fragile> box(1);
    const bool yes = true, no = false;
    Fragile first(no), second(yes), third(no);
    (void)box.put(first);
    probe::StillGate sleeps, both_sleep;
    std::jthread sender([&] { EXPECT_THROW((void)box.put(second), std::runtime_error); });
    sleeps.wait();
    std::jthread next([&] { (void)box.put(third); });
    both_sleep.wait();
    EXPECT_TRUE(box.try_take()) << "this value could be moved";
    EXPECT_TRUE(fearless::detail::take(box)) << "and there was room for the next one";
}

TEST(SyncChannel, a_move_that_throws_costs_no_room) {
    fearless::BoundedMailbox<Fragile> box(1);
    bool broken = true;
    Fragile first(broken), second(broken);
    EXPECT_THROW((void)box.put(first), std::runtime_error);
    broken = false;
    EXPECT_TRUE(box.try_put(first)) << "nothing got in, so there was room";
    broken = true;
    EXPECT_THROW((void)box.try_take(), std::runtime_error);
    broken = false;
    (void)box.try_take();
    EXPECT_TRUE(box.try_put(second)) << "whatever became of the first one, it was gone by now";
}

TEST(SyncChannel, what_was_not_received_is_destroyed_when_the_receiver_goes) {
    fearless::BoundedMailbox<Fragile> box(3);
    const bool whole = false;
    for (int i = 0; i < 3; ++i) {
        Fragile value(whole);
        EXPECT_TRUE(box.put(value));
    }
    EXPECT_TRUE(box.try_take());
    box.drop_receiver();
    EXPECT_EQ(Fragile::alive, 0);
}

TEST(SyncChannel, many_senders_and_nothing_is_lost) {
    auto [tx, rx] = sync_channel<Letter>(4);
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

}  // namespace
