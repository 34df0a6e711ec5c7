// `interleave run`: builds a program, explores it, and shows what was found.
#pragma once

#include <filesystem>
#include <interleave/interleave.hpp>
#include <string>
#include <vector>

namespace interleave::command {

struct RunOptions {
    Options search;
    bool outcomes = false;
    std::string json, html, trace;  // where to; "-" is the standard output, empty: nowhere
    std::vector<std::string> compiler_flags;
    std::vector<std::filesystem::path> files;
    std::vector<std::string> arguments;  // of the program
};

// Returns the exit status. Throws Error.
int run(const RunOptions& options);

}  // namespace interleave::command
