#include "course/commands/preparation.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>

#include "course/grading/toolchain.hpp"
#include "course/screen/bar.hpp"
#include "system/terminal.hpp"

namespace course {

using namespace sys;

void show_preparation() {
    if (isatty(STDERR_FILENO) == 0) return;
    Toolchain::on_preparation([](Preparation now) {
        const int width = terminal_size().columns - 1;
        const std::string blank = "\r" + std::string(static_cast<std::size_t>(width), ' ') + "\r";
        const std::string line =
            now.over() ? "" : preparation_line(now.done, now.steps, width, wants_colour());
        std::fputs((blank + line).c_str(), stderr);
    });
}

void report_preparation(int descriptor) {
    Toolchain::on_preparation([descriptor](Preparation now) {
        [[maybe_unused]] const ssize_t count = pwrite(descriptor, &now, sizeof now, 0);
    });
}

}  // namespace course
