// `./course doctor`: what of this machine helps or hinders the course, and the cure for each.
#pragma once

#include <filesystem>

namespace course {

// Prints a table with a line for each finding. kPassed if exercises can be graded here, else
// kBrokenEnvironment.
int doctor(const std::filesystem::path& root);

}  // namespace course
