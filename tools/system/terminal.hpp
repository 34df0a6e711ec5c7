// What the terminal is and can show.
#pragma once

#include <optional>

namespace sys {

struct TerminalSize {
    int columns = 80;
    int rows = 24;
};

// Standard input and output are both a terminal.
bool is_terminal();

// TERM says that its cursor cannot be placed.
bool is_dumb();

// Colour is wanted on standard output: a terminal that knows it, and no NO_COLOR.
bool wants_colour();

// The size of the terminal on standard output; COLUMNS and LINES, or 80x24, where it has none.
TerminalSize terminal_size();

// What the locale says about characters; nothing where there is none.
std::optional<bool> locale_is_utf8();

}  // namespace sys
