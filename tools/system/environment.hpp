// What the environment says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace sys {

// The value of a variable; empty where it is not set.
std::string variable(const char* name);

// Where a program is, as a shell would find it; nothing if it is not installed.
std::optional<std::filesystem::path> find_program(const std::string& name);

}  // namespace sys
