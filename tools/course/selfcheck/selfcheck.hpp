// The project's own tests: everything that the course promises about itself.
#pragma once

#include <string>
#include <vector>

#include "course/model/manifest.hpp"

namespace course {

struct SelfcheckOptions {
    bool quick = false;         // a minute's worth: one compiler, no thorough checks, no site
    bool all = false;           // grades everything with each compiler and under each engine
    double budget_minutes = 0;  // by the clock; what may be left out is not begun later; 0: none
    int repeat = 1;       // more: grades only, and each must come to the same verdict that often
    bool accept = false;  // first rewrites captured outputs, quoted blocks and checksums
    std::vector<std::string> lessons;  // as Course::lesson() takes them; empty: everything
};

// Runs all jobs on as many workers as there are cores. The last line of its output is
// "N passed, N failed". Returns kPassed or kNotPassed.
int selfcheck(const Course& course, const SelfcheckOptions& options);

}  // namespace course
