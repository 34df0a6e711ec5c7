#include "04_mutex/escaped_reference.cpp"

#include <gtest/gtest.h>

#include <thread>

#include "kit/schedules.hpp"

namespace {

using escaped_reference::Reading;
using escaped_reference::Station;

INTERLEAVE_TEST(EscapedReference, a_reading_is_whole_although_the_station_reports_on) {
    Station station;
    std::thread reporter([&] { station.report({20, 20}); });
    const Reading seen = station.latest();
    EXPECT_EQ(seen.celsius, seen.minute) << "half of one report and half of another";
    reporter.join();
}

INTERLEAVE_TEST(EscapedReference, a_reading_stays_as_it_was) {
    Station station;
    station.report({15, 15});
    auto&& first = station.latest();
    station.report({20, 20});
    EXPECT_EQ(first.celsius, 15);
    EXPECT_EQ(first.minute, 15);
    const Reading second = station.latest();
    EXPECT_EQ(second.celsius, 20) << "the latest report counts";
}

INTERLEAVE_TEST(EscapedReference, two_may_look_at_the_same_time) {
    Station station;
    std::thread other([&] {
        const Reading seen = station.latest();
        EXPECT_EQ(seen.celsius, 0);
    });
    const Reading seen = station.latest();
    EXPECT_EQ(seen.celsius, 0);
    other.join();
}

TEST(EscapedReference, two_stations_do_not_share_a_reading) {
    Station north;
    Station south;
    north.report({1, 2});
    south.report({3, 4});
    const Reading a = north.latest();
    const Reading b = south.latest();
    EXPECT_EQ(a.celsius, 1);
    EXPECT_EQ(b.celsius, 3);
}

}  // namespace
