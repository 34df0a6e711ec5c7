// Text as a terminal shows it: counted in columns, not in bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

// The columns that `text` takes. Escape sequences and combining marks take none.
int columns(std::string_view text);

// The bytes of the escape sequence that `text` begins with.
std::size_t escape_sequence_length(std::string_view text);

// At most `width` columns of `text`. `mark` stands for what is cut off at the end, or with
// `keep_end` at the beginning, unless it would take half of the room.
std::string fit(std::string_view text, int width, std::string_view mark = "...",
                bool keep_end = false);

// `left` and `right` at the two ends of a line of `width` columns. Where they do not fit side by
// side, `right` gives way.
std::string between(std::string_view left, std::string_view right, int width);

// `text` as lines of at most `width` columns, broken at spaces where there are any; one line, if
// an empty one, in any case. All lines but the first begin with `indent` spaces.
std::vector<std::string> wrap(std::string_view text, int width, int indent = 0);

}  // namespace text
