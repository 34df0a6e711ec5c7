// SHA-256, as FIPS 180-4 has it.
#pragma once

#include <string>
#include <string_view>

namespace sys {

// The hash of the bytes, as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace sys
