#include "interleave/report/style.hpp"

#include <algorithm>

#include "interleave/report/text.hpp"

namespace interleave::report {
namespace {

constexpr Symbols kAscii = {"|", "-", "+", ">", "!", ":", "`", "x", "~"};
constexpr Symbols kUnicode = {"│", "─", "┼", "»", "✗", "⋮", "└", "×", "…"};

std::string_view code_of(Paint paint) {
    switch (paint) {
        case Paint::plain:
            return "";
        case Paint::bold:
            return "\x1b[1m";
        case Paint::dim:
            return "\x1b[2m";
        case Paint::bad:
            return "\x1b[1;31m";
        case Paint::blocked:
            return "\x1b[33m";
    }
    return "";
}

}  // namespace

Style::Style(const TableOptions& options)
    : width_(std::max(options.width, 1)),
      color_(options.color),
      ascii_(options.ascii),
      symbols_(options.ascii ? kAscii : kUnicode) {}

std::string Style::clean(std::string_view text) const {
    return printable(text, ascii_);
}

std::string Style::cut(std::string_view text, int width, bool keep_end) const {
    return fit(text, width, symbols_.ellipsis, keep_end);
}

std::string Style::cell(std::string_view text, int width, Paint paint) const {
    const std::string short_text = cut(text, width);
    const int missing = std::max(width - display_width(short_text), 0);
    return painted(short_text, paint) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string Style::painted(std::string_view text, Paint paint) const {
    if (!color_ || paint == Paint::plain || text.empty()) return std::string(text);
    return std::string(code_of(paint)) + std::string(text) + "\x1b[0m";
}

std::string Style::repeated(std::string_view symbol, int times) const {
    std::string text;
    for (int i = 0; i < times; ++i) text += symbol;
    return text;
}

}  // namespace interleave::report
