// The text of a program of the course, with the markers of its regions and without.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace course {

// The name in a line that marks where a region of a file begins or ends; empty for any other line.
std::string_view region_marker(std::string_view line);

// The lines of a program without what says nothing about it: the comment on top, the includes and
// the markers of regions.
std::vector<std::string> program_lines(std::string_view source);

}  // namespace course
