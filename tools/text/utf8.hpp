// Text as the characters that it is made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;  // if not: one byte that is no part of valid UTF-8
};

// The character at the front of a text that is not empty.
Character first_character(std::string_view text);

// The text with every byte that is not part of valid UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace text
