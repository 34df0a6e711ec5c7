// Says how far the building of the grader is, for which somebody may have to wait a minute.
#pragma once

namespace course {

// On standard error where that is a terminal, until it is over.
void show_preparation();

// To the runner that has started this one, in the file with that descriptor: a Preparation.
void report_preparation(int descriptor);

}  // namespace course
