#include "interleave/report/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace interleave::report {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The character at the front of a text that is not empty.
Character first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {};
    char32_t code = lead & (0xFFu >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_continuation(text[i])) return {};
        code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < kLeast[bytes] || surrogate || code > 0x10FFFF) return {};
    return {code, bytes, true};
}

struct Range {
    char32_t first, last;
};

bool in(const auto& ranges, char32_t code) {
    return std::ranges::any_of(
        ranges, [code](Range range) { return code >= range.first && code <= range.last; });
}

// Characters that change how the text around them is shown: another direction, or nothing at all.
bool is_control(char32_t code) {
    static constexpr std::array<Range, 6> kControl = {Range{0, 0x1F},   {0x7F, 0x9F},
                                                      {0x200B, 0x200F}, {0x2028, 0x202E},
                                                      {0x2060, 0x206F}, {0xFEFF, 0xFEFF}};
    return in(kControl, code);
}

int width_of(char32_t code) {
    static constexpr std::array<Range, 5> kNone = {
        Range{0x300, 0x36F}, {0x483, 0x489}, {0x591, 0x5BD}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}};
    static constexpr std::array<Range, 9> kTwo = {
        Range{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0xA4CF},
        {0xAC00, 0xD7A3},      {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},      {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    if (in(kNone, code)) return 0;
    return in(kTwo, code) ? 2 : 1;
}

// The bytes at the end of a text that fit into `width` columns.
std::string_view tail(std::string_view text, int width) {
    while (display_width(text) > width) text.remove_prefix(first_character(text).bytes);
    return text;
}

std::string_view head(std::string_view text, int width) {
    std::size_t end = 0;
    while (end < text.size()) {
        const Character next = first_character(text.substr(end));
        width -= width_of(next.code);
        if (width < 0) break;
        end += next.bytes;
    }
    return text.substr(0, end);
}

}  // namespace

std::string printable(std::string_view text, bool ascii) {
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
        } else if (is_control(next.code)) {
            const auto code = static_cast<unsigned>(next.code);
            clean += code < 0x100 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
        } else {
            clean += text.substr(0, next.bytes);
        }
        text.remove_prefix(next.bytes);
    }
    return clean;
}

int display_width(std::string_view text) {
    int width = 0;
    while (!text.empty()) {
        const Character next = first_character(text);
        width += width_of(next.code);
        text.remove_prefix(next.bytes);
    }
    return width;
}

std::string fit(std::string_view text, int width, std::string_view ellipsis, bool keep_end) {
    if (width <= 0) return {};
    if (display_width(text) <= width) return std::string(text);
    const int room = width - display_width(ellipsis);
    if (room < 0) return std::string(head(text, width));
    if (keep_end) return std::string(ellipsis) + std::string(tail(text, room));
    return std::string(head(text, room)) + std::string(ellipsis);
}

std::vector<std::string> wrap(std::string_view text, int width) {
    width = std::max(width, 2);  // a wide character must fit
    std::vector<std::string> lines;
    while (display_width(text) > width) {
        const std::string_view most = head(text, width);
        std::size_t end = most.size();
        // A space right after the line is as good a place as one inside it.
        if (text[end] != ' ') {
            const std::size_t space = most.rfind(' ');
            if (space != std::string_view::npos && space > 0) end = space;
        }
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
        while (text.starts_with(' ')) text.remove_prefix(1);
    }
    if (!text.empty()) lines.emplace_back(text);
    return lines;
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view thing) {
    return fmt::format("{} {}{}", grouped(number), thing, number == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) all += i + 1 == words.size() ? " and " : ", ";
        all += words[i];
    }
    return all;
}

}  // namespace interleave::report
