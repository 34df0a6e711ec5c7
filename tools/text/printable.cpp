#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/columns.hpp"
#include "text/utf8.hpp"

namespace text {
namespace {

constexpr char32_t kEscape = 0x1B;

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

// Characters without a shape of their own: they join, separate or turn what stands beside them.
bool is_format(char32_t code) {
    struct Range {
        char32_t first, last;
    };
    static constexpr std::array<Range, 7> kFormat = {
        Range{0x061C, 0x061C}, {0x200B, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F},
        {0xFEFF, 0xFEFF},      {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    return std::ranges::any_of(
        kFormat, [code](Range range) { return range.first <= code && code <= range.last; });
}

std::string written_out(char32_t code) {
    const auto number = static_cast<unsigned>(code);
    return number < 0x100 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

}  // namespace

std::string printable(std::string_view text) {
    constexpr std::size_t kTab = 4;
    std::string clean;
    std::size_t column = 0;
    const auto add = [&](std::string_view shown, std::size_t width) {
        clean += shown;
        column += width;
    };
    while (!text.empty()) {
        const Character next = first_character(text);
        std::size_t bytes = next.bytes;
        if (next.code == '\n') {
            clean += '\n';
            column = 0;
        } else if (next.code == '\t') {
            const std::size_t gap = kTab - column % kTab;
            add(std::string(gap, ' '), gap);
        } else if (next.code == kEscape) {
            bytes = escape_sequence_length(text);
        } else if (!next.valid || (is_control(next.code) && next.code >= 0x80)) {
            add("?", 1);
        } else if (is_format(next.code)) {
            const std::string shown = written_out(next.code);
            add(shown, shown.size());
        } else if (!is_control(next.code)) {
            const std::string_view shown = text.substr(0, bytes);
            add(shown, static_cast<std::size_t>(columns(shown)));
        }
        text.remove_prefix(bytes);
    }
    return clean;
}

std::string printable_line(std::string_view text, bool ascii) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const Character next = first_character(text);
        if (!next.valid || (ascii && next.code >= 0x80)) {
            clean += ascii ? "?" : "\uFFFD";
        } else if (next.code == '\t') {
            clean += ' ';
        } else if (next.code == '\n') {
            clean += "\\n";
        } else if (is_control(next.code) || is_format(next.code)) {
            clean += written_out(next.code);
        } else {
            clean += text.substr(0, next.bytes);
        }
        text.remove_prefix(next.bytes);
    }
    return clean;
}

}  // namespace text
