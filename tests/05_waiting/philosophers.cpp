#include "05_waiting/philosophers.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

INTERLEAVE_TEST(Philosophers, two_come_to_eat_in_every_order) {
    Table table(2);
    int meals = 0;  // neighbours on both sides, so this is a data race if both eat at once
    std::thread other([&] { table.dine(1, [&] { ++meals; }); });
    table.dine(0, [&] { ++meals; });
    other.join();
    EXPECT_EQ(meals, 2);
}

INTERLEAVE_TEST(Philosophers, three_come_to_eat_in_every_order) {
    Table table(3);
    int meals = 0;
    std::thread one([&] { table.dine(1, [&] { ++meals; }); });
    std::thread two([&] { table.dine(2, [&] { ++meals; }); });
    table.dine(0, [&] { ++meals; });
    one.join();
    two.join();
    EXPECT_EQ(meals, 3);
}

// Each fork is plain memory here: a data race says that two had the same one in hand.
INTERLEAVE_TEST(Philosophers, nobody_eats_with_a_fork_that_a_neighbour_holds) {
    Table table(4);
    int uses[4] = {0, 0, 0, 0};
    const auto dine = [&](std::size_t seat) {
        table.dine(seat, [&] {
            ++uses[seat];
            ++uses[(seat + 1) % 4];
        });
    };
    std::thread next([&] { dine(2); });
    dine(3);
    next.join();
    EXPECT_EQ(uses[3], 2);
}

TEST(Philosophers, those_who_are_no_neighbours_can_eat_at_the_same_time) {
    auto table = std::make_shared<Table>(4);
    probe::Meeting meeting(2);
    std::thread other([table, meeting] { table->dine(2, [&] { meeting.arrive_and_wait(); }); });
    table->dine(0, [&] { meeting.arrive_and_wait(); });
    other.join();
    EXPECT_EQ(meeting.arrived(), 2);
}

TEST(Philosophers, whoever_waits_for_a_fork_sleeps) {
    Table table(2);
    probe::StillGate gate;
    std::atomic<bool> eats = false;
    int meals = 0;
    std::thread other([&] {
        table.dine(1, [&] {
            eats = true;
            gate.wait();
            ++meals;
        });
    });
    while (!eats) std::this_thread::yield();
    table.dine(0, [&] { ++meals; });
    other.join();
    EXPECT_EQ(meals, 2);
}

TEST(Philosophers, five_dine_many_times) {
    Table table(5);
    std::atomic<int> meals = 0;
    std::vector<std::thread> guests;
    for (std::size_t seat = 0; seat < 5; ++seat) {
        guests.emplace_back([&, seat] {
            for (int i = 0; i < 100; ++i) table.dine(seat, [&] { ++meals; });
        });
    }
    for (auto& guest : guests) guest.join();
    EXPECT_EQ(meals, 500);
}

}  // namespace
