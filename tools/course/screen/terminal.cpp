#include "course/screen/terminal.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "system/terminal.hpp"
#include "text/columns.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

constexpr std::string_view kEnter = "\x1b[?1049h\x1b[?25l\x1b[2J";  // alternate screen, no cursor
constexpr std::string_view kLeave = "\x1b[0m\x1b[?25h\x1b[?1049l";

termios settings() {
    termios now{};
    tcgetattr(STDIN_FILENO, &now);
    return now;
}

}  // namespace

Terminal::Terminal()
    : before_(settings()), plain_(is_dumb()), guard_(before_, plain_ ? "" : std::string(kLeave)) {
    take();
}

Terminal::~Terminal() {
    give_back();
}

void Terminal::take() {
    if (taken_) return;
    guard_.terminal_is_taken(true);
    taken_ = true;
    termios raw = before_;
    raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IXON);
    raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    if (!plain_) write(std::string(kEnter));
    forget();
}

void Terminal::give_back() {
    if (!taken_) return;
    taken_ = false;
    if (!plain_) write(std::string(kLeave));
    tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    guard_.terminal_is_taken(false);
}

void Terminal::forget() {
    shown_.clear();
}

void Terminal::show(const std::vector<std::string>& lines) {
    if (!taken_ || lines == shown_) return;
    const TerminalSize size = terminal_size();
    const std::size_t rows = std::min(lines.size(), static_cast<std::size_t>(size.rows));
    const bool anew = shown_.size() != lines.size();
    std::string bytes = anew && !plain_ ? "\x1b[0m\x1b[2J" : "";
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string line = fit(lines[row], size.columns);
        if (plain_) {
            if (!line.empty()) bytes += line + "\n";
        } else if (anew || lines[row] != shown_[row]) {
            bytes += "\x1b[" + std::to_string(row + 1) + ";1H" + line;
            if (columns(line) < size.columns) bytes += "\x1b[K";
        }
    }
    write(bytes);
    shown_ = lines;
}

std::string Terminal::read() {
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    if (poll(&ready, 1, 0) <= 0) return {};
    char bytes[256];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) return std::string(bytes, static_cast<std::size_t>(count));
    gone_ = gone_ || count == 0 || (errno != EINTR && errno != EAGAIN);
    return {};
}

void Terminal::write(const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data() + done, bytes.size() - done);
        if (count > 0) {
            done += static_cast<std::size_t>(count);
        } else if (errno == EAGAIN) {
            pollfd ready{STDOUT_FILENO, POLLOUT, 0};
            poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            gone_ = true;
            return;
        }
    }
}

}  // namespace course
