// What a player sees of a game, as lines.
#pragma once

#include <string>
#include <vector>

#include "course/play/game.hpp"
#include "course/screen/style.hpp"

namespace course {

// The game's title, what is wanted, and how many picks were made.
std::vector<std::string> board_head(const Game& game, const Style& style);

// The steps so far and what each thread would do next, in `style.height` lines where that is
// possible. `selected`: index of the move that is marked; -1: none. `selected_line` is where it is.
struct Board {
    std::vector<std::string> lines;
    int selected_line = 0;
};
Board board(const Game& game, int selected, const Style& style);

std::vector<std::string> play_help(const Style& style);

// What is typed for a move.
std::string key_of(const interleave::Move& move);

}  // namespace course
