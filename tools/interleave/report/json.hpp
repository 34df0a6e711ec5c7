// A Result as JSON, for other programs and for later.
#pragma once

#include <interleave/result.hpp>
#include <string>
#include <string_view>

namespace interleave {

// Valid JSON whatever the strings hold: bytes that are not UTF-8 become U+FFFD.
std::string to_json(const Result& result);

// Throws std::runtime_error with one sentence that says what is wrong and where.
Result from_json(std::string_view text);

}  // namespace interleave
