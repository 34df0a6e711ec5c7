#include "text/columns.hpp"

#include <algorithm>
#include <array>

namespace text {
namespace {

// One thing at the start of a text: a character or a whole colour sequence.
struct Unit {
    std::size_t bytes = 1;
    int columns = 1;
    char32_t code = 0;
    bool valid = true;
};

struct Range {
    char32_t first, last;
};

constexpr std::array<Range, 9> kNoColumn{{{0x0300, 0x036F},
                                          {0x0483, 0x0489},
                                          {0x0591, 0x05BD},
                                          {0x064B, 0x065F},
                                          {0x1AB0, 0x1AFF},
                                          {0x200B, 0x200F},
                                          {0x20D0, 0x20FF},
                                          {0xFE00, 0xFE0F},
                                          {0xFE20, 0xFE2F}}};
constexpr std::array<Range, 10> kTwoColumns{{{0x1100, 0x115F},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0x33FF},
                                             {0x3400, 0x4DBF},
                                             {0x4E00, 0x9FFF},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE4F},
                                             {0xFF00, 0xFF60},
                                             {0x1F300, 0x1FAFF}}};

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t code) {
    return std::ranges::any_of(ranges, [&](Range r) { return r.first <= code && code <= r.last; });
}

int columns_of(char32_t code) {
    if (code < 0x20 || code == 0x7F || contains(kNoColumn, code)) return 0;
    return contains(kTwoColumns, code) ? 2 : 1;
}

// ESC [ ... final byte; any other sequence is taken to be ESC and one byte.
std::size_t sequence_length(std::string_view text) {
    if (text.size() < 2 || text[1] != '[') return std::min<std::size_t>(2, text.size());
    std::size_t end = 2;
    while (end < text.size() && (text[end] < '@' || text[end] > '~')) ++end;
    return std::min(end + 1, text.size());
}

Unit first_unit(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead == 0x1B) return {sequence_length(text), 0, 0x1B, true};
    if (lead < 0x80) return {1, columns_of(lead), lead, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {1, 1, 0, false};
    char32_t code = lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return {1, 1, 0, false};
        code = code << 6 | (next & 0x3F);
    }
    // U+0080..U+009F are control characters too; a terminal may act on them.
    return {length, columns_of(code), code, code >= 0xA0};
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

}  // namespace

std::string paint(std::string_view text, Tone tone, bool colour) {
    if (!colour || tone == Tone::plain || text.empty()) return std::string(text);
    static constexpr std::array<std::string_view, 6> kStart{"",         "\x1b[1m",  "\x1b[2m",
                                                            "\x1b[32m", "\x1b[31m", "\x1b[33m"};
    return std::string(kStart[static_cast<std::size_t>(tone)]).append(text).append("\x1b[0m");
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

std::string fit(std::string_view text, int width) {
    if (columns(text) <= width) return std::string(text);
    const std::string_view mark = width > 6 ? "..." : "";
    std::string kept(
        text.substr(0, bytes_within(text, std::max(0, width - static_cast<int>(mark.size())))));
    const bool coloured = text.find('\x1b') != text.npos;
    return kept.append(mark).append(coloured ? "\x1b[0m" : "");
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

std::string printable(std::string_view text) {
    std::string clean;
    std::size_t column = 0;
    while (!text.empty()) {
        const Unit unit = first_unit(text);
        if (unit.code == '\n') {
            clean += '\n';
            column = 0;
        } else if (unit.code == '\t') {
            const std::size_t gap = 4 - column % 4;
            clean.append(gap, ' ');
            column += gap;
        } else if (!unit.valid) {
            clean += '?';
            ++column;
        } else if (unit.code >= 0x20 && unit.code != 0x7F) {
            clean.append(text.substr(0, unit.bytes));
            column += static_cast<std::size_t>(unit.columns);
        }
        text.remove_prefix(unit.bytes);
    }
    return clean;
}

}  // namespace text
