// The programs that the lessons show.
#pragma once

#include <filesystem>
#include <string_view>

#include "course/model/manifest.hpp"

namespace course {

// "01_spawn_join/hello"; the lesson as Course::lesson() takes it.
// Throws Error(kBadUsage) that suggests the nearest names.
const Demo& find_demo(const Course& course, std::string_view name);

// Compiles the demo, against the learner's parts, into the folder for builds. Returns the program.
// Throws Error(kNotPassed) with what the compiler said.
std::filesystem::path build_demo(const Course& course, const Demo& demo);

}  // namespace course
