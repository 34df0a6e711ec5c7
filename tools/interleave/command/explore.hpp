// Runs a program that explores itself.
#pragma once

#include <filesystem>
#include <interleave/interleave.hpp>
#include <string>
#include <vector>

namespace interleave::command {

// Explores the program in a process of its own. When that process dies the result says so.
// Throws Error(kBadUsage) for a schedule that is no token of this program.
Result explore_program(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments, const Options& options,
                       bool outcomes);

}  // namespace interleave::command
