// A game on a terminal, and one that is read line by line.
#pragma once

#include <functional>
#include <iosfwd>

#include "course/play/game.hpp"

namespace course {

// What is done with the picks when a game is won; returns a sentence to be shown, or nothing.
using OnWin = std::function<std::string(const Game&)>;

// Until the player quits, or a signal asks to end: returns that signal, 0 for none. The terminal is
// given back by then.
int play_on_screen(Game& game, const OnWin& on_win);

// Until the game is won, `in` ends or says q.
void play_by_lines(Game& game, const OnWin& on_win, std::istream& in, std::ostream& out);

}  // namespace course
