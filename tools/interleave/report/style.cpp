#include "interleave/report/style.hpp"

#include <algorithm>

#include "text/columns.hpp"
#include "text/printable.hpp"

namespace interleave::report {
namespace {

constexpr Symbols kAscii = {"|", "-", "+", ">", "!", ":", "`", "x", "~"};
constexpr Symbols kUnicode = {"│", "─", "┼", "»", "✗", "⋮", "└", "×", "…"};

}  // namespace

Style::Style(const TableOptions& options)
    : width_(std::max(options.width, 1)),
      colour_(options.colour),
      ascii_(options.ascii),
      symbols_(options.ascii ? kAscii : kUnicode) {}

std::string Style::clean(std::string_view text) const {
    return text::printable_line(text, ascii_);
}

std::string Style::cut(std::string_view text, int width, bool keep_end) const {
    return text::fit(text, width, symbols_.ellipsis, keep_end);
}

std::string Style::cell(std::string_view text, int width, Tone tone) const {
    const std::string short_text = cut(text, width);
    const int missing = std::max(width - text::columns(short_text), 0);
    return painted(short_text, tone) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string Style::painted(std::string_view text, Tone tone) const {
    return text::paint(text, tone, colour_);
}

std::string Style::repeated(std::string_view symbol, int times) const {
    std::string text;
    for (int i = 0; i < times; ++i) text += symbol;
    return text;
}

}  // namespace interleave::report
