// The learner's files: whether they are as they were shipped, and how they become so again.
//
// tests/checksums.txt records what was shipped. A course without that file (one made for a test)
// takes each file for shipped as it was when the runner first saw it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "course/model/manifest.hpp"

namespace course {

// exercises/FILE of the exercise's first file, or of another.
std::filesystem::path exercise_file(const Course& course, const Exercise& exercise,
                                    std::size_t which = 0);

// Keeps the text of every exercise file that is as it was shipped, so that it can be given back.
// Cheap when nothing is new. Does nothing where .course/ cannot be written.
void keep_pristine(const Course& course);

// All files of the exercise are as they were shipped.
bool untouched(const Course& course, const Exercise& exercise);

// The files on which the verdict rests (the exercise's tests, tests/kit, the reference of the
// exercise and of the parts that it is built from) that are not as they were shipped, relative to
// the root. Nothing is checked in a course without a record, nor of an exercise that is not on it.
std::vector<std::string> tampered_files(const Course& course, const Exercise& exercise);

// Keeps a copy of the exercise's files below .course/kept and returns that folder; an empty path
// if there was nothing to keep.
std::filesystem::path keep_copies(const Course& course, const Exercise& exercise);

// Puts the exercise's files back to what was shipped. What they held is kept first: returns the
// folder of the copies. Throws Error and changes nothing if a shipped text cannot be found.
std::filesystem::path restore_files(const Course& course, const Exercise& exercise);

}  // namespace course
