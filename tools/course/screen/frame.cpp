#include "course/screen/frame.hpp"

#include <algorithm>

#include "text/columns.hpp"
#include "text/paint.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

struct Rows {
    int head, body, foot;
};

// The head keeps one line and the foot one, as long as there are rows at all.
Rows divide(const Screen& frame, int rows) {
    const int head = static_cast<int>(frame.head.size());
    const int foot = static_cast<int>(frame.foot.size());
    const int wanted = std::min(rows / 2, static_cast<int>(frame.body.size()));
    Rows split{head, 0, foot};
    while (split.head + split.foot + wanted > rows && split.head > 1) --split.head;
    while (split.head + split.foot + wanted > rows && split.foot > 1) --split.foot;
    while (split.head + split.foot > rows && split.head > 0) --split.head;
    while (split.head + split.foot > rows && split.foot > 0) --split.foot;
    split.body = rows - split.head - split.foot;
    return split;
}

std::string position(int first, int shown, int all) {
    return "-- lines " + std::to_string(first + 1) + "-" + std::to_string(first + shown) + " of " +
           std::to_string(all) + ", arrows or space scroll --";
}

}  // namespace

int body_rows(const Screen& frame, TerminalSize size) {
    return divide(frame, size.rows).body;
}

std::vector<std::string> lay_out(const Screen& frame, TerminalSize size, int& scroll, bool colour) {
    const Rows split = divide(frame, size.rows);
    const int all = static_cast<int>(frame.body.size());
    const bool overflows = all > split.body && split.body > 1;
    const int shown = overflows ? split.body - 1 : std::min(split.body, all);
    scroll = std::clamp(scroll, 0, std::max(0, all - shown));

    std::vector<std::string> lines(frame.head.begin(), frame.head.begin() + split.head);
    lines.insert(lines.end(), frame.body.begin() + scroll, frame.body.begin() + scroll + shown);
    if (overflows) lines.push_back(paint(position(scroll, shown, all), Tone::dim, colour));
    lines.resize(static_cast<std::size_t>(split.head + split.body));
    lines.insert(lines.end(), frame.foot.end() - split.foot, frame.foot.end());
    for (std::string& line : lines) line = fit(line, size.columns);
    return lines;
}

}  // namespace course
