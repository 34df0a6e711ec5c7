#include "text/columns.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace text {
namespace {

struct Range {
    char32_t first, last;
};

bool contains(const auto& ranges, char32_t code) {
    return std::ranges::any_of(ranges, [&](Range r) { return r.first <= code && code <= r.last; });
}

// The blocks of Unicode whose characters are combining marks or two columns wide, as far as they
// are common: a rare one costs a table its straight line, no more.
int columns_of(char32_t code) {
    static constexpr std::array<Range, 10> kNone{{{0x0300, 0x036F},
                                                  {0x0483, 0x0489},
                                                  {0x0591, 0x05BD},
                                                  {0x064B, 0x065F},
                                                  {0x1AB0, 0x1AFF},
                                                  {0x1DC0, 0x1DFF},
                                                  {0x200B, 0x200F},
                                                  {0x20D0, 0x20FF},
                                                  {0xFE00, 0xFE0F},
                                                  {0xFE20, 0xFE2F}}};
    static constexpr std::array<Range, 9> kTwo{{{0x1100, 0x115F},
                                                {0x2E80, 0x303E},
                                                {0x3041, 0xA4CF},
                                                {0xAC00, 0xD7A3},
                                                {0xF900, 0xFAFF},
                                                {0xFE30, 0xFE6F},
                                                {0xFF00, 0xFF60},
                                                {0x1F300, 0x1FAFF},
                                                {0x20000, 0x3FFFD}}};
    if (code < 0x20 || code == 0x7F || contains(kNone, code)) return 0;
    return contains(kTwo, code) ? 2 : 1;
}

// One thing at the start of a text: a character, a byte that is none, a whole escape sequence.
struct Unit {
    std::size_t bytes;
    int columns;
};

Unit first_unit(std::string_view text) {
    if (text[0] == '\x1b') return {escape_sequence_length(text), 0};
    const Character next = first_character(text);
    return {next.bytes, next.valid ? columns_of(next.code) : 1};
}

// The longest start of `text` that takes at most `width` columns, in bytes.
std::size_t bytes_within(std::string_view text, int width) {
    std::size_t at = 0;
    for (int used = 0; at < text.size();) {
        const Unit unit = first_unit(text.substr(at));
        if ((used += unit.columns) > width) break;
        at += unit.bytes;
    }
    return at;
}

// The longest end of `text` that takes at most `width` columns.
std::string_view tail(std::string_view text, int width) {
    for (int left = columns(text); left > width;) {
        const Unit unit = first_unit(text);
        left -= unit.columns;
        text.remove_prefix(unit.bytes);
    }
    return text;
}

}  // namespace

// ESC [ ... final byte; any other sequence is taken to be ESC and one byte.
std::size_t escape_sequence_length(std::string_view text) {
    if (text.size() < 2 || text[1] != '[') return std::min<std::size_t>(2, text.size());
    std::size_t end = 2;
    while (end < text.size() && (text[end] < '@' || text[end] > '~')) ++end;
    return std::min(end + 1, text.size());
}

int columns(std::string_view text) {
    int sum = 0;
    while (!text.empty()) {
        const Unit unit = first_unit(text);
        sum += unit.columns;
        text.remove_prefix(unit.bytes);
    }
    return sum;
}

std::string fit(std::string_view text, int width, std::string_view mark, bool keep_end) {
    if (columns(text) <= width) return std::string(text);
    if (2 * columns(mark) >= width) mark = {};
    const int room = std::max(0, width - columns(mark));
    std::string shown;
    if (keep_end) {
        shown.append(mark).append(tail(text, room));
    } else {
        shown.append(text.substr(0, bytes_within(text, room))).append(mark);
    }
    const bool coloured = text.find('\x1b') != text.npos;
    return shown.append(coloured ? "\x1b[0m" : "");
}

std::string between(std::string_view left, std::string_view right, int width) {
    const int room = width - columns(left) - 2;
    if (room < std::min(columns(right), 12)) return fit(left, width);
    const std::string end = fit(right, room);
    const int gap = width - columns(left) - columns(end);
    return std::string(left).append(static_cast<std::size_t>(gap), ' ').append(end);
}

std::vector<std::string> wrap(std::string_view text, int width, int indent) {
    std::vector<std::string> lines;
    width = std::max(width, 1);
    if (indent >= width) indent = 0;
    std::string margin;
    do {
        const int room = width - static_cast<int>(margin.size());
        std::size_t end = bytes_within(text, room);
        std::size_t next = end;
        if (end < text.size()) {
            const std::size_t space = text.substr(0, end + 1).rfind(' ');
            if (space != text.npos && text.find_first_not_of(' ') < space) end = next = space;
            if (end == 0) end = next = first_unit(text).bytes;
            next = std::min(text.find_first_not_of(' ', next), text.size());
        }
        lines.push_back(margin + std::string(text.substr(0, end)));
        text.remove_prefix(next);
        margin.assign(static_cast<std::size_t>(indent), ' ');
    } while (!text.empty());
    return lines;
}

}  // namespace text
