// What clangd needs to see the exercises as the grader does.
#pragma once

#include "course/model/manifest.hpp"

namespace course {

// Writes compile_commands.json and .clangd into the root, unless they are there as they should be.
// A .clangd that somebody else wrote is left alone. Throws Error(kBrokenEnvironment).
void write_editor_files(const Course& course);

}  // namespace course
