#include "system/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "system/environment.hpp"

namespace sys {
namespace {

int positive_number(const char* name, int otherwise) {
    const int number = std::atoi(variable(name).c_str());
    return number > 0 ? number : otherwise;
}

}  // namespace

bool is_terminal() {
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool is_dumb() {
    return variable("TERM").empty() || variable("TERM") == "dumb";
}

bool wants_colour() {
    return isatty(STDOUT_FILENO) && !is_dumb() && variable("NO_COLOR").empty();
}

TerminalSize terminal_size() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        return {size.ws_col, size.ws_row};
    }
    return {positive_number("COLUMNS", 80), positive_number("LINES", 24)};
}

std::optional<bool> locale_is_utf8() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string value = variable(name);
        if (value.empty()) continue;
        std::ranges::transform(value, value.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        return value.find("utf-8") != value.npos || value.find("utf8") != value.npos;
    }
    return std::nullopt;
}

}  // namespace sys
