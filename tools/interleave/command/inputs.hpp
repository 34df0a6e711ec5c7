// The files that the command line names.
#pragma once

#include <filesystem>
#include <vector>

namespace interleave::command {

enum class Kind { c, cpp, object, program };

struct Input {
    std::filesystem::path path;
    Kind kind;
};

// Looks at the beginning of each file.
// Throws Error(kBadUsage) for one that is missing, empty or nothing that can be explored.
std::vector<Input> look_at(const std::vector<std::filesystem::path>& files);

// Whether code in an object file or a library tells the explorer what it does.
bool is_instrumented(const std::filesystem::path& object);

}  // namespace interleave::command
