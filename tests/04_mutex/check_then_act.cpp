#include "04_mutex/check_then_act.cpp"

#include <gtest/gtest.h>

#include <thread>

#include "kit/schedules.hpp"

namespace {

using check_then_act::Hall;

INTERLEAVE_TEST(CheckThenAct, the_last_seat_is_sold_once) {
    Hall hall(1);
    bool theirs = false;
    std::thread counter([&] { theirs = hall.sell(); });
    const bool mine = hall.sell();
    counter.join();
    EXPECT_NE(mine, theirs) << "one seat, and it was sold " << mine + theirs << " times";
    EXPECT_EQ(hall.free_seats(), 0);
}

INTERLEAVE_TEST(CheckThenAct, nobody_is_turned_away_while_a_seat_is_free) {
    Hall hall(2);
    bool theirs = false;
    std::thread counter([&] { theirs = hall.sell(); });
    const bool mine = hall.sell();
    counter.join();
    EXPECT_TRUE(mine);
    EXPECT_TRUE(theirs);
    EXPECT_EQ(hall.free_seats(), 0);
}

INTERLEAVE_TEST(CheckThenAct, the_number_of_free_seats_is_right_at_any_time) {
    Hall hall(1);
    std::thread counter([&] {
        hall.sell();
        hall.sell();
    });
    const int seen = hall.free_seats();
    EXPECT_TRUE(seen == 0 || seen == 1) << "the hall had " << seen << " free seats";
    counter.join();
    EXPECT_EQ(hall.free_seats(), 0);
}

TEST(CheckThenAct, all_seats_are_sold_and_no_more) {
    Hall hall(3);
    EXPECT_EQ(hall.free_seats(), 3);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(hall.sell());
    EXPECT_FALSE(hall.sell());
    EXPECT_EQ(hall.free_seats(), 0);
    EXPECT_FALSE(Hall(0).sell());
}

}  // namespace
