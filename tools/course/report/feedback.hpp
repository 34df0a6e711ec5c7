// A verdict as a person reads it, on a terminal or in a file.
#pragma once

#include <string>
#include <vector>

#include "course/model/manifest.hpp"
#include "course/model/verdict.hpp"
#include "course/screen/style.hpp"

namespace course {

// The learner's own file and line first, then the lines that matter, then the sentence.
// At most `style.height` lines of at most `style.width` columns.
std::vector<std::string> feedback(const Result& result, const Exercise& exercise,
                                  const Style& style);

}  // namespace course
