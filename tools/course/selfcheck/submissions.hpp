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

// What is wrong with its form: a header that is not complete, a region that cannot be laid or says
// nothing, a whole file that does not say why it is one.
Problems check_submission(const Plan& plan, const Exercise& exercise,
                          const std::filesystem::path& file, bool wrong);

}  // namespace course::checking
