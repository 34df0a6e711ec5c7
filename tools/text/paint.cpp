#include "text/paint.hpp"

#include <array>

namespace text {

std::string paint(std::string_view text, Tone tone, bool colour) {
    if (!colour || tone == Tone::plain || text.empty()) return std::string(text);
    static constexpr std::array<std::string_view, 7> kStart{
        "", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[1;31m"};
    return std::string(kStart[static_cast<std::size_t>(tone)]).append(text).append("\x1b[0m");
}

}  // namespace text
