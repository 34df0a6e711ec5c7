#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "course/commands/commands.hpp"
#include "course/grading/toolchain.hpp"
#include "system/error.hpp"
#include "system/interrupt.hpp"

namespace course {

using namespace sys;

int interleave(const std::vector<std::string>& arguments) {
    cancel_runs_on_signals();
    const std::string program = Toolchain::named("").explorer().string();
    die_if_interrupted();
    std::vector<char*> words{const_cast<char*>("interleave")};
    for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(program.c_str(), words.data());
    throw Error(kBrokenEnvironment,
                program + " cannot be started: " + std::generic_category().message(errno) + ".");
}

}  // namespace course
