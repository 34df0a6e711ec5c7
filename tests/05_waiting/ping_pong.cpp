#include "05_waiting/ping_pong.cpp"

#include <gtest/gtest.h>

#include <thread>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

// Plain memory: strokes that nothing orders are a data race.
struct Game {
    int strokes = 0;
    int players[4] = {-1, -1, -1, -1};

    void stroke(int player) {
        players[strokes] = player;
        ++strokes;
    }
};

INTERLEAVE_TEST(PingPong, the_strokes_alternate_and_player_0_begins) {
    Table table;
    Game game;
    std::thread other([&] { table.play(1, [&] { game.stroke(1); }); });
    table.play(0, [&] { game.stroke(0); });
    other.join();
    EXPECT_EQ(game.strokes, 2);
    EXPECT_EQ(game.players[0], 0) << "player 0 begins";
    EXPECT_EQ(game.players[1], 1);
}

INTERLEAVE_TEST(PingPong, it_goes_on_for_as_long_as_both_play) {
    Table table;
    Game game;
    std::thread other([&] {
        table.play(1, [&] { game.stroke(1); });
        table.play(1, [&] { game.stroke(1); });
    });
    table.play(0, [&] { game.stroke(0); });
    table.play(0, [&] { game.stroke(0); });
    other.join();
    EXPECT_EQ(game.strokes, 4);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(game.players[i], i % 2) << "stroke " << i;
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
