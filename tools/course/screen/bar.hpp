// How far something is, as a bar.
#pragma once

#include <string>

namespace course {

// `width` columns at most, without colour two less for its ends.
std::string bar(int done, int all, int width, bool colour);

// "Preparing the grader, once  ███░░░░░  12 of 40"; without the bar while there are no steps yet.
std::string preparation_line(int done, int steps, int width, bool colour);

}  // namespace course
