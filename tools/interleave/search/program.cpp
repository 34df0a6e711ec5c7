// Exploring a whole program: its own main, with its globals.
//
// When INTERLEAVE_OPTIONS is set, main is the body of an exploration: the program explores itself
// and writes the result, as JSON, to the descriptor that the options name.
#include <dlfcn.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "interleave/report/json.hpp"
#include "interleave/report/program_options.hpp"
#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/outside.hpp"
#include "interleave/runtime/real.hpp"
#include "interleave/search/worker.hpp"

namespace interleave::search {
namespace {

using Main = int (*)(int, char**, char**);
Main program_main;
int argument_count;
char** arguments;
char** environment_of_main;

void call_main(void*) {
    runtime::start_early_threads(*runtime::current);
    const int status = program_main(argument_count, arguments, environment_of_main);
    runtime::program_exits(*runtime::current, status);
}

int explore_main(int count, char** values, char** environment) {
    argument_count = count;
    arguments = values;
    environment_of_main = environment;
    report::ProgramOptions options;
    std::string text;
    try {
        options = report::read_program_options(std::getenv(report::kOptionsVariable));
        unsetenv(report::kOptionsVariable);
        text = to_json(explore_here(options.search, options.outcomes, call_main, nullptr));
    } catch (const std::invalid_argument& error) {
        text = std::string("?") + error.what();
    } catch (const std::exception& error) {
        text = std::string("!") + error.what();
    }
    for (std::size_t written = 0; written < text.size();) {
        const ssize_t got = write(options.result, text.data() + written, text.size() - written);
        if (got <= 0) break;
        written += static_cast<std::size_t>(got);
    }
    _exit(0);
}

// Before the constructors of the program's globals: what they allocate is put back, too.
[[gnu::constructor]] void notice_options() {
    if (!std::getenv(report::kOptionsVariable)) return;
    runtime::find_code_ranges();
    if (!runtime::execution.prepare()) return;
    runtime::collect_early_blocks = true;
    runtime::exit_ends_program = true;
}

}  // namespace
}  // namespace interleave::search

extern "C" int __libc_start_main(interleave::search::Main, int, char**, void (*)(), void (*)(),
                                 void (*)(), void*);

INTERLEAVE_EXPORT int __libc_start_main(interleave::search::Main main, int count, char** values,
                                        void (*init)(), void (*fini)(), void (*rtld_fini)(),
                                        void* stack_end) {
    using namespace interleave;
    search::program_main = main;
    const bool explore = std::getenv(report::kOptionsVariable) != nullptr;
    const auto next =
        reinterpret_cast<decltype(&__libc_start_main)>(dlsym(RTLD_NEXT, "__libc_start_main"));
    return next(explore ? search::explore_main : main, count, values, init, fini, rtld_fini,
                stack_end);
}
