#include "course/screen/bar.hpp"

#include <algorithm>
#include <string_view>

#include "system/terminal.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"

namespace course {

using namespace text;

namespace {

// The marks of a terminal that shows UTF-8, and of one that may not.
bool utf8() {
    return sys::locale_is_utf8().value_or(false);
}

std::string repeated(std::string_view mark, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += mark;
    return text;
}

}  // namespace

std::string bar(int done, int all, int width, bool colour) {
    const int room = std::max(0, width - (utf8() ? 0 : 2));
    const int full = all == 0 ? 0 : room * done / all;
    std::string marks = paint(repeated(utf8() ? "█" : "#", full), Tone::good, colour) +
                        paint(repeated(utf8() ? "░" : "-", room - full), Tone::dim, colour);
    return utf8() ? marks : "[" + marks + "]";
}

std::string preparation_line(int done, int steps, int width, bool colour) {
    const std::string what = "Preparing the grader, once";
    if (steps == 0) return fit(what + " ...", width);
    const std::string count = std::to_string(done) + " of " + std::to_string(steps);
    const int room = std::min(30, width - columns(what) - columns(count) - 4);
    if (room < 5) return fit(what + ": " + count, width);
    return what + "  " + bar(done, steps, room, colour) + "  " + count;
}

}  // namespace course
