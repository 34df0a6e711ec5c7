// Small things to do with text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

// How many letters must be put in, taken out, changed or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b);

// Those of `candidates` that are nearest to `name` and near enough for a slip, three at most.
std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& candidates);

// "; did you mean a or b?", or nothing where no candidate is near.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

std::string grouped(std::uint64_t number);                          // "1,234"
std::string counted(std::uint64_t number, std::string_view thing);  // "1 step", "1,234 steps"

// "a, b or c"
std::string enumerate(const std::vector<std::string>& words, std::string_view last_word = "or");

// Without the line ends; a last line end does not open another line.
std::vector<std::string> lines_of(std::string_view text);

// Without blanks and line ends on both sides.
std::string_view trimmed(std::string_view text);

// The opposite of lines_of: each line with a line end.
std::string text_of(const std::vector<std::string>& lines);

// Each line with four spaces before it, and a newline.
std::string indented(std::string_view text);

// Lines without the indentation that all of them share.
std::vector<std::string> dedented(std::vector<std::string> lines);

// "line 3: expected `a`, came `b`"; empty if both hold the same lines.
std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& came);

// The last lines of the text, as they stand there; so many at most.
std::string_view last_lines(std::string_view text, int lines);

// What stands between the separators; one part more than there are separators.
std::vector<std::string> split(std::string_view text, char separator);

// The text without blanks and line ends behind its last word.
std::string_view without_trailing_blanks(std::string_view text);

}  // namespace text
