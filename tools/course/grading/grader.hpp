// From a submission to a verdict.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "course/model/manifest.hpp"
#include "course/model/verdict.hpp"

namespace course {

struct GradeRequest {
    // What is graded. `exercises`: the learner's tree. `solutions`: the reference.
    // A submission is a file, or a folder laid out like exercises/; everything that the exercise
    // builds on then comes from solutions/. A file may be an overlay (overlay.hpp), which takes the
    // rest of itself from there, too.
    enum class From { exercises, solutions, submission } from = From::exercises;
    std::filesystem::path submission;
    bool whole_files = false;     // takes no overlay: whoever hands work in wrote all of it
    bool thorough = false;        // adds every other engine and a repeated native run
    std::string toolchain;        // "gcc" or "clang"; empty: the one that the runner was built with
    bool trust_tree = false;      // do not ask whether the project's tests are as they were shipped
    bool own_folder = false;      // works where nobody else waits for it; nothing of it stays
    bool among_others = false;    // one check of many that run side by side: one thing at a time
    bool compiler_cache = false;  // the same text is compiled again and again
    // "Suite.name": where one engine runs the tests, those that are judged after this one are not
    // even compiled. Empty: all are.
    std::string last_test;
    // How often what was built is run. Where not every run comes to the same verdict, grade throws
    // Error(kBrokenEnvironment): what is right is beside the point then.
    int runs = 1;
};

// Copies the submission, builds it against the project's own test and runs it, engine by engine,
// until one does not pass. Throws Error for a submission that cannot be read (kBadUsage) and for
// a machine that cannot grade (kBrokenEnvironment). Thread-safe.
Result grade(const Course& course, const Exercise& exercise, const GradeRequest& request);

}  // namespace course
