// One call of the compiler on a submission, bounded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "course/grading/workspace.hpp"
#include "course/model/verdict.hpp"
#include "system/process.hpp"

namespace course {

// What the compiler said, if it came to an end by itself; else the verdict on that.
// Throws Error(kBrokenEnvironment) if the machine is at fault.
struct Compilation {
    bool accepted = false;
    std::string output;
    std::optional<Result> stopped;
};
Compilation compile(const std::vector<std::string>& command, const Workspace& workspace);

}  // namespace course
