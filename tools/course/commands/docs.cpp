#include <fmt/core.h>
#include <unistd.h>

#include "course/commands/commands.hpp"
#include "system/environment.hpp"
#include "system/error.hpp"
#include "system/interrupt.hpp"
#include "system/process.hpp"
#include "system/terminal.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

void build_step(const std::vector<std::string>& command) {
    ProcessSpec spec;
    spec.argv = command;
    const ProcessEnd end = run(spec);
    die_if_interrupted();
    if (!end.succeeded()) {
        throw Error(kBrokenEnvironment,
                    "the site could not be built:\n" + std::string(last_lines(end.output, 20)));
    }
}

bool has_desktop() {
    return !variable("DISPLAY").empty() || !variable("WAYLAND_DISPLAY").empty();
}

}  // namespace

int docs(const fs::path& root) {
    const fs::path build = root / "build" / "docs";
    std::fputs("Building the site ...\n", stderr);
    build_step({"cmake", "-S", (root / "docs").string(), "-B", build.string(), "-G", "Ninja"});
    build_step({"cmake", "--build", build.string()});
    const std::string page = build / "html" / "index.html";
    fmt::print("The site is built; its first page is\n{}\n", page);
    std::fflush(stdout);
    const auto opener = find_program("xdg-open");
    if (is_terminal() && has_desktop() && opener) {
        ::execl(opener->c_str(), opener->c_str(), page.c_str(), nullptr);
    }
    return kPassed;
}

}  // namespace course
