#include "04_mutex/lost_update.cpp"

#include <gtest/gtest.h>

#include <thread>

#include "kit/schedules.hpp"

namespace {

using lost_update::Turnstile;

INTERLEAVE_TEST(LostUpdate, no_visitor_is_lost) {
    Turnstile turnstile;
    std::thread gate([&] { turnstile.enter(); });
    turnstile.enter();
    gate.join();
    EXPECT_EQ(turnstile.visitors(), 2);
}

INTERLEAVE_TEST(LostUpdate, the_display_may_ask_while_the_gates_are_open) {
    Turnstile turnstile;
    std::thread gate([&] { turnstile.enter(); });
    const int shown = turnstile.visitors();
    EXPECT_TRUE(shown == 0 || shown == 1) << "the display shows " << shown;
    gate.join();
    EXPECT_EQ(turnstile.visitors(), 1);
}

INTERLEAVE_TEST(LostUpdate, who_has_entered_is_counted) {
    Turnstile turnstile;
    std::thread gate([&] { turnstile.enter(); });
    turnstile.enter();
    EXPECT_GE(turnstile.visitors(), 1) << "this thread's own visitor was in already";
    gate.join();
}

TEST(LostUpdate, two_turnstiles_count_apart) {
    Turnstile north;
    Turnstile south;
    north.enter();
    north.enter();
    south.enter();
    EXPECT_EQ(north.visitors(), 2);
    EXPECT_EQ(south.visitors(), 1);
}

TEST(LostUpdate, ten_gates_count_to_the_right_number) {
    Turnstile turnstile;
    std::thread gates[10];
    for (auto& gate : gates) {
        gate = std::thread([&] {
            for (int i = 0; i < 100; ++i) turnstile.enter();
        });
    }
    for (auto& gate : gates) gate.join();
    EXPECT_EQ(turnstile.visitors(), 1000);
}

}  // namespace
