#include "course/grading/explored_program.hpp"

#include "course/grading/compile.hpp"
#include "course/grading/exploration.hpp"
#include "interleave/report/json.hpp"
#include "interleave/report/program_options.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/memory_file.hpp"
#include "system/process.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

void need_built(const Compilation& built, const Examination& on) {
    if (built.accepted) return;
    throw Error(kBrokenEnvironment,
                "exercises/" + on.exercise.program + " cannot be built.\n" +
                    on.workspace.with_known_paths(std::string(last_lines(built.output, 20))));
}

}  // namespace

ExploredProgram::ExploredProgram(const Examination& on)
    : on_(on), program_(on.workspace.program(on.exercise.checks.front())) {
    on.toolchain.prepare(EngineKind::schedules);
    fs::create_directories(program_.parent_path());
    const fs::path object = program_.string() + ".o";
    need_built(compile(on.toolchain.compile_explored(on.workspace.tree() / on.exercise.program,
                                                     {on.workspace.tree()}, object),
                       on.workspace),
               on);
    need_built(compile(on.toolchain.link_explored(object, program_), on.workspace), on);
}

ExploredProgram::~ExploredProgram() {
    std::error_code ignored;
    fs::remove(program_, ignored);
}

interleave::Result ExploredProgram::start(const interleave::Options& options, bool outcomes) const {
    const MemoryFile result;
    const interleave::report::ProgramOptions wanted{options, outcomes, result.fd()};
    ProcessSpec spec;
    spec.argv = {program_.string()};
    spec.directory = program_.parent_path();
    spec.environment = {std::string(interleave::report::kOptionsVariable) + "=" +
                        write_program_options(wanted)};
    spec.inherited = {result.fd()};
    spec.confine = true;
    spec.limits.cpu_seconds = options.max_seconds + 20;
    spec.limits.wall_seconds = 3 * spec.limits.cpu_seconds;
    const ProcessEnd end = run_uncancelled(spec);
    const std::string text = result.text();
    try {
        return interleave::from_json(text);
    } catch (const std::runtime_error&) {
        // What stands there then is a sentence, behind one letter.
        throw Error(kBrokenEnvironment, "exercises/" + on_.exercise.program +
                                            " cannot be explored: " +
                                            (text.empty() ? end.output : text.substr(1)) + ".");
    }
}

interleave::Result ExploredProgram::outcomes() const {
    interleave::Result found = start({}, true);
    if (!found.exhausted)
        throw Error(kBrokenEnvironment, "exercises/" + on_.exercise.program +
                                            " has more schedules than can be gone through.");
    return found;
}

interleave::Result ExploredProgram::run(const interleave::Options& options) const {
    return with_known_paths(start(options, false), on_.workspace);
}

interleave::Options stepping(const Exercise& exercise, std::vector<int> picks) {
    interleave::Options options;
    options.step_through = true;
    options.picks = std::move(picks);
    options.races = exercise.aim.starts_with('(');
    return options;
}

}  // namespace course
