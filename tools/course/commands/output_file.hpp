// Files that the learner asks a command to write.
#pragma once

#include <string>
#include <string_view>

namespace course {

// Refuses, before the work is done, a place in which no file can be: throws Error(kBadUsage).
// An empty `place` is none, and - is the standard output.
void need_place(std::string_view option, const std::string& place);

}  // namespace course
