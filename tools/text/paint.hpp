// Colours and weights of text on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace text {

enum class Tone { plain, bold, dim, good, bad, caution, failure };

// `text` in that tone, and back to plain after it; unchanged without colour.
std::string paint(std::string_view text, Tone tone, bool colour);

}  // namespace text
