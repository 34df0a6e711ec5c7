// One screen: a head, a body that scrolls, a foot.
#pragma once

#include <string>
#include <vector>

#include "system/terminal.hpp"

namespace course {

struct Screen {
    std::vector<std::string> head;  // the most important line first
    std::vector<std::string> body;
    std::vector<std::string> foot;  // the most important line last
};

// Exactly `size.rows` lines of at most `size.columns` columns. On a small screen head and foot
// shrink before the body does. `scroll` is the first line of the body to show; it is put within
// bounds. Where the body does not fit, its last row says how much there is.
std::vector<std::string> lay_out(const Screen& frame, sys::TerminalSize size, int& scroll,
                                 bool colour);

// Rows that the body has.
int body_rows(const Screen& frame, sys::TerminalSize size);

}  // namespace course
