// Text for a terminal: how wide it is, and how to make it fit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::report {

// Valid UTF-8 without control characters. What a program names or prints can hold escape sequences,
// and those must not reach the terminal. With `ascii`, everything else becomes '?'.
std::string printable(std::string_view text, bool ascii = false);

// Columns that a printable text takes.
int display_width(std::string_view text);

// Printable text cut to `width` columns; the ellipsis takes the place of what is cut off at the
// end, or with `keep_end` at the beginning.
std::string fit(std::string_view text, int width, std::string_view ellipsis, bool keep_end = false);

// Lines of at most `width` columns, broken at spaces where possible.
std::vector<std::string> wrap(std::string_view text, int width);

std::string grouped(std::uint64_t number);                          // "1,234"
std::string counted(std::uint64_t number, std::string_view thing);  // "1 step", "1,234 steps"

// "a, b and c"
std::string joined(const std::vector<std::string>& words);

}  // namespace interleave::report
