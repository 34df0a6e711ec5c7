// How the parts of a table are drawn: characters, colours, widths.
#pragma once

#include <string>
#include <string_view>

#include "interleave/report/table.hpp"
#include "text/paint.hpp"

namespace interleave::report {

using text::Tone;

struct Symbols {
    std::string_view bar, line, crossing;
    std::string_view preempted, failure;
    std::string_view gap, corner, times, ellipsis;
};

class Style {
  public:
    explicit Style(const TableOptions& options);

    int width() const { return width_; }
    const Symbols& symbols() const { return symbols_; }

    // Text of the program, harmless in a terminal.
    std::string clean(std::string_view text) const;

    // Clean text in exactly `width` columns.
    std::string cell(std::string_view text, int width, Tone tone = Tone::plain) const;

    // Clean text in at most `width` columns.
    std::string cut(std::string_view text, int width, bool keep_end = false) const;

    std::string painted(std::string_view text, Tone tone) const;
    std::string repeated(std::string_view symbol, int times) const;

  private:
    int width_;
    bool colour_;
    bool ascii_;
    Symbols symbols_;
};

}  // namespace interleave::report
