// Foreign text made harmless: what a program prints or names may not act on the terminal, nor
// change how the text around it is shown.
#pragma once

#include <string>
#include <string_view>

namespace text {

// Lines as they were. Tabs become spaces; escape sequences and control characters are dropped;
// characters that are not seen or turn the direction of the text are written out ("\u202e"); bytes
// that are not UTF-8 become '?'.
std::string printable(std::string_view text);

// All of it on one line and nothing dropped: control characters are written out too ("\n",
// "\x1b"), bytes that are not UTF-8 become U+FFFD. With `ascii`, whatever is not ASCII becomes '?'.
std::string printable_line(std::string_view text, bool ascii = false);

}  // namespace text
