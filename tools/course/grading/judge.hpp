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

}  // namespace course
