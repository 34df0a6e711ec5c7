// From what was seen of a test program to a verdict.
#pragma once

#include <string>
#include <vector>

#include "course/grading/test_program.hpp"
#include "course/grading/workspace.hpp"
#include "course/model/verdict.hpp"

namespace course {

// `expected`: the tests of the project's own source; each must have been reported.
// What came first counts: a failed test before a later crash, and unwritten code before all.
Result judge(const Observation& seen, const Workspace& workspace,
             const std::vector<std::string>& expected);

// The same for a compiler that refused: where, and the lines that matter.
Result judge_compiler_output(const std::string& output, const Workspace& workspace);

// Whether one of the compiler's errors is in a file of the learner.
bool blames_the_learners_file(const std::string& output, const Workspace& workspace);

}  // namespace course
