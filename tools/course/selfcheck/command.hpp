// Other programs that selfcheck asks: compilers, formatters, CTest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/selfcheck/job.hpp"
#include "system/process.hpp"

namespace course::checking {

// Empty if it ended well, else everything that it printed.
Problems run_command(const std::vector<std::string>& command,
                     const std::filesystem::path& directory);

// "was ended by signal 6", "ended with status 1", "took more than its processor time".
std::string how_it_ended(const sys::ProcessEnd& end);

// For a person to type: words with blanks or special letters in quotes.
std::string command_line(const std::vector<std::string>& command);

}  // namespace course::checking
