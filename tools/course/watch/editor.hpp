// The learner's own editor, opened on a file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/screen/signals.hpp"
#include "course/screen/terminal.hpp"

namespace course {

struct Editor {
    std::string command;  // for the shell; the arguments follow as "$@"
    bool takes_terminal = true;
    enum class Position { plus_line, colon_line, none } position = Position::none;
};

// $VISUAL, else $EDITOR, else the window that the terminal is part of, else what is installed.
// An empty command if there is none.
Editor preferred_editor();

// What opens the file with it, at the line where the editor can and `line` is not 0.
std::vector<std::string> command_line(const Editor& editor, const std::string& file, int line);

// Runs a program that gets the terminal until it is done. Returns the signal that ended the wait, 0
// for none.
int run_in_front(std::vector<std::string> words, Terminal& terminal, Signals& signals);

// Opens the file, at the line where the editor can and `line` is not 0. An editor that needs the
// terminal gets it until it is done. Returns the signal that ended the wait, 0 for none.
int edit_file(const Editor& editor, const std::filesystem::path& file, int line, Terminal& terminal,
              Signals& signals);

}  // namespace course
