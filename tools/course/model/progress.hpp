// What is done and what comes next.
#pragma once

#include <string_view>

#include "course/model/manifest.hpp"
#include "course/model/state.hpp"

namespace course {

// "passed", "lent" (the reference part stands in for the learner's) or "open".
std::string_view progress_of(const Exercise& exercise, const State& state);

// The first open exercise, in the order of the course; null if none is left.
const Exercise* next_open(const Course& course, const State& state);

// Notes that the learner's own files passed. A part that is still the lent reference stays lent.
void mark_passed(const Course& course, const Exercise& exercise);

}  // namespace course
