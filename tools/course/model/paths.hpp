// Where things are.
#pragma once

#include <filesystem>

namespace course {

// The folder that holds lessons/ and exercises/: $COURSE_ROOT if that is set, else the nearest
// folder above the current one, else the nearest above the runner's own program.
// Throws Error(kBrokenEnvironment).
std::filesystem::path course_root();

}  // namespace course
