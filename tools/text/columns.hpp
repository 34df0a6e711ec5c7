// Text as a terminal shows it: counted in columns, not in bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class Tone { plain, bold, dim, good, bad, caution };

// `text` in that tone, and back to plain after it; unchanged without colour.
std::string paint(std::string_view text, Tone tone, bool colour);

// The columns that `text` takes. Colour sequences and combining marks take none.
int columns(std::string_view text);

// At most `width` columns of `text`; "..." stands for what was cut off.
std::string fit(std::string_view text, int width);

// `left` and `right` at the two ends of a line of `width` columns. Where they do not fit side by
// side, `right` gives way.
std::string between(std::string_view left, std::string_view right, int width);

// `text` as lines of at most `width` columns, broken at spaces where there are any. All lines but
// the first begin with `indent` spaces.
std::vector<std::string> wrap(std::string_view text, int width, int indent = 0);

// Foreign text made harmless: tabs become spaces; escape sequences and control characters other
// than the newline are dropped; bytes that are not UTF-8 become '?'.
std::string printable(std::string_view text);

}  // namespace text
