// A Result for a terminal.
#pragma once

#include <interleave/result.hpp>
#include <string>

namespace interleave {

struct TableOptions {
    int width = 80;
    int height = 24;  // with the line on which the shell asks for the next command
    bool colour = false;
    bool ascii = false;  // no character beyond ASCII
    // The command that shows the steps that have no room here. Empty: there is none.
    std::string shows_all = {};
};

// Lines, each with its line end, none wider than the terminal.
std::string to_table(const Result& result, const TableOptions& options = {});

// The steps alone, whatever came of them: as many of the last ones as `height` lines hold.
std::string to_steps(const Result& result, const TableOptions& options = {});

}  // namespace interleave
