// From sources to a program that can be explored.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "interleave/command/inputs.hpp"

namespace interleave::command {

// Compiles and links into `folder`; returns the program. A program among the inputs is returned as
// it is. Throws Error(kBrokenEnvironment) with what the compiler said, and Error(kBadUsage) for
// objects that were compiled without -fsanitize=thread.
std::filesystem::path build(const std::vector<Input>& inputs,
                            const std::vector<std::string>& compiler_flags,
                            const std::filesystem::path& folder);

}  // namespace interleave::command
