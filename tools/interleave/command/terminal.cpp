#include "interleave/command/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

namespace interleave::command {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

int positive_number(const char* name, int otherwise) {
    const std::string text = variable(name);
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number > 0 ? number : otherwise;
}

// A machine without any locale, as containers are, mostly has a terminal that knows UTF-8.
bool is_ascii() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string value = variable(name);
        if (value.empty()) continue;
        std::ranges::transform(value, value.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        return value.find("utf-8") == value.npos && value.find("utf8") == value.npos;
    }
    return false;
}

}  // namespace

TableOptions table_for_terminal() {
    TableOptions options;
    options.width = positive_number("COLUMNS", options.width);
    options.height = positive_number("LINES", options.height);
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        options.width = size.ws_col;
        options.height = size.ws_row;
    }
    const std::string terminal = variable("TERM");
    options.colour = isatty(STDOUT_FILENO) && !terminal.empty() && terminal != "dumb" &&
                     variable("NO_COLOR").empty();
    options.ascii = is_ascii();
    return options;
}

}  // namespace interleave::command
