// What is done and what comes next.
#pragma once

#include <filesystem>
#include <string_view>

#include "course/model/manifest.hpp"
#include "course/model/state.hpp"

namespace course {

// "passed", "lent" (the reference part stands in for the learner's) or "open".
std::string_view progress_of(const Exercise& exercise, const State& state);

// The open exercise that the learner is on, else the first one in the order of the course; null if
// none is left.
const Exercise* next_open(const Course& course, const State& state);

// Notes that the learner's own files passed. A part that is still the lent reference stays lent.
void mark_passed(const Course& course, const Exercise& exercise);

// Which of the hints comes next, counted from 1. Behind the last one there is none: it stays.
int next_hint(const Exercise& exercise, const State& state);
void mark_hint_seen(const Course& course, const Exercise& exercise, int hint);

// Puts the exercise's files back to what was shipped, and the exercise is open again. Returns the
// folder that keeps what the files held. Throws Error; if a shipped text cannot be found, nothing
// has changed then.
std::filesystem::path reset_exercise(const Course& course, const Exercise& exercise);

}  // namespace course
