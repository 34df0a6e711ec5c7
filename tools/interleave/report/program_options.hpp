// How the command tells a program what to do: as JSON in one environment variable.
#pragma once

#include <interleave/interleave.hpp>
#include <string>

namespace interleave::report {

inline constexpr const char* kOptionsVariable = "INTERLEAVE_OPTIONS";

struct ProgramOptions {
    Options search;
    bool outcomes = false;
    int result = 3;  // the descriptor that takes the result
};

std::string write_program_options(const ProgramOptions& options);
// Throws std::exception when the text is not what write_program_options wrote.
ProgramOptions read_program_options(const std::string& text);

}  // namespace interleave::report
