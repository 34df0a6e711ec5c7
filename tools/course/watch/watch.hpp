// `./course` itself: watches the learner's files and shows the verdict after each save.
#pragma once

#include "course/model/manifest.hpp"

namespace course {

// Until the learner quits. Needs a terminal. Returns the exit status. A signal that asks to end
// ends the process after the terminal was given back.
int watch(const Course& course);

// Without a terminal: progress and the next step on standard output.
int print_progress(const Course& course);

}  // namespace course
