// The known-wrong and the other right answers to an exercise.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/selfcheck/plan.hpp"

namespace course::checking {

// The files below tests/LESSON/`kind`/EXERCISE, where `kind` is "rejects" or "accepts".
std::vector<std::filesystem::path> submission_files(const Plan& plan, const Exercise& exercise,
                                                    const std::string& kind);

// What a compiler reads of the submission: an overlay is laid over the solution. Throws Error where
// it cannot be.
std::string graded_text(const Plan& plan, const Exercise& exercise,
                        const std::filesystem::path& file);

// Regions of an overlay or of an answer that cannot be laid, or that change nothing.
Problems check_regions(const Plan& plan, const Exercise& exercise,
                       const std::filesystem::path& file);

}  // namespace course::checking
