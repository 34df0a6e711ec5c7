#include "05_waiting/ping_pong.cpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "support/probe.hpp"
#include "support/schedules.hpp"

namespace {

// The text is plain memory: strokes that nothing orders are a data race.
INTERLEAVE_TEST(PingPong, the_strokes_alternate_and_player_0_begins) {
    Table table;
    std::string game;
    std::thread other([&] { table.play(1, [&] { game += "pong "; }); });
    table.play(0, [&] { game += "ping "; });
    other.join();
    EXPECT_EQ(game, "ping pong ");
}

INTERLEAVE_TEST(PingPong, it_goes_on_for_as_long_as_both_play) {
    Table table;
    std::string game;
    std::thread other([&] {
        table.play(1, [&] { game += "pong "; });
        table.play(1, [&] { game += "pong "; });
    });
    table.play(0, [&] { game += "ping "; });
    table.play(0, [&] { game += "ping "; });
    other.join();
    EXPECT_EQ(game, "ping pong ping pong ");
}

TEST(PingPong, a_player_who_waits_sleeps) {
    Table table;
    probe::StillGate gate;
    int strokes = 0;
    std::thread first([&] {
        gate.wait();
        table.play(0, [&] { ++strokes; });
    });
    table.play(1, [&] {
        EXPECT_TRUE(gate.opened()) << "player 1 began";
        ++strokes;
    });
    first.join();
    EXPECT_EQ(strokes, 2);
}

TEST(PingPong, a_long_game_ends) {
    Table table;
    int strokes = 0;
    std::thread other([&] {
        for (int i = 0; i < 300; ++i) table.play(1, [&] { ++strokes; });
    });
    for (int i = 0; i < 300; ++i) table.play(0, [&] { ++strokes; });
    other.join();
    EXPECT_EQ(strokes, 600);
}

}  // namespace
