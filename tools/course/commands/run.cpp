#include <sys/personality.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "course/commands/commands.hpp"
#include "course/grading/demo_build.hpp"
#include "system/error.hpp"
#include "system/interrupt.hpp"

namespace course {

using namespace sys;

int run_demo(const Course& course, std::string_view name) {
    const Demo& demo = find_demo(course, name);
    const std::string program = build_demo(course, demo).string();
    die_if_interrupted();
    // ThreadSanitizer cannot have its addresses on a kernel that scatters them widely.
    if (demo.engine != EngineKind::native) ::personality(ADDR_NO_RANDOMIZE);
    ::execl(program.c_str(), demo.name.c_str(), nullptr);
    throw Error(kBrokenEnvironment,
                program + " cannot be started: " + std::generic_category().message(errno) + ".");
}

}  // namespace course
