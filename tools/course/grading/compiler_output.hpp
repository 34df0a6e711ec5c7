// From what a compiler that refused had to say to a verdict: where, and the lines that matter.
#pragma once

#include <string>

#include "course/grading/workspace.hpp"
#include "course/model/verdict.hpp"

namespace course {

Result judge_compiler_output(const std::string& output, const Workspace& workspace);

// Whether one of the compiler's errors is in a file of the learner.
bool blames_the_learners_file(const std::string& output, const Workspace& workspace);

}  // namespace course
