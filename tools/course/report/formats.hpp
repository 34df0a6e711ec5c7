// Verdicts for other programs to read.
#pragma once

#include <span>
#include <string>

#include "course/model/manifest.hpp"
#include "course/model/state.hpp"
#include "course/model/verdict.hpp"

namespace course {

// One verdict as a JSON object. Bytes that are not UTF-8 come out as U+FFFD; nothing here throws
// for what a program printed.
std::string to_json(const Result& result);
// A list of verdicts.
std::string to_json(std::span<const Result> results);

// The inverse for one object. Throws Error(kBadUsage) for anything else.
Result result_from_json(const std::string& json);

// What `list --json` prints.
std::string list_json(const Course& course, const State& state);

// JUnit's XML: a suite an exercise, a case a promise.
std::string to_junit(std::span<const Result> results);

// Gradescope's results.json: a test an exercise, worth its points.
std::string to_gradescope(const Course& course, std::span<const Result> results);

// The result that GitHub Classroom's autograding reporter reads (there in Base64).
std::string to_classroom(const Course& course, std::span<const Result> results);

}  // namespace course
