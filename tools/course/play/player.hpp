// A game on a terminal, and one that is read line by line.
#pragma once

#include <functional>
#include <iosfwd>

#include "play/game.hpp"

namespace course {

// What is done with the picks when a game is won; returns a sentence to be shown, or nothing.
using OnWin = std::function<std::string(const Game&)>;

// Until the player quits. A signal that asks to end ends the process, after the terminal was given
// back.
void play_on_screen(Game& game, const OnWin& on_win);

// Until the game is won, `in` ends or says q.
void play_by_lines(Game& game, const OnWin& on_win, std::istream& in, std::ostream& out);

}  // namespace course
