#include "course/grading/compile.hpp"

#include "system/error.hpp"

namespace course {

using namespace sys;

Compilation compile(const std::vector<std::string>& command, const Workspace& workspace) {
    ProcessSpec spec;
    spec.argv = command;
    spec.directory = workspace.folder();
    spec.environment = {"LC_ALL=C.UTF-8", "CCACHE_SLOPPINESS=pch_defines,time_macros",
                        "CCACHE_PCH_EXTSUM=1", "TMPDIR=" + workspace.folder().string()};
    spec.limits.cpu_seconds = 5;  // of the driver; twice that for the compiler itself
    spec.limits.wall_seconds = 300;
    spec.limits.address_bytes = std::size_t{6} << 30;
    spec.limits.output_bytes = 64u << 20;
    spec.limits.file_bytes = std::size_t{512} << 20;
    ProcessEnd end = run_uncancelled(spec);
    if (end.output.find("No space left on device") != std::string::npos)
        throw Error(kBrokenEnvironment, "The disk is full: the compiler could not write below " +
                                            workspace.folder().string() + ".");
    Compilation result;
    result.output = std::move(end.output);
    result.accepted = end.signal == 0 && end.status == 0 && !end.overrun;
    bool killed = result.output.find("Killed signal terminated program") != std::string::npos ||
                  result.output.find("out of memory allocating") != std::string::npos;
    if (end.overrun || end.signal != 0 || killed) {
        result.stopped = Result{};
        result.stopped->verdict = Verdict::compile_error;
        result.stopped->cause = Cause::endless;
        result.stopped->message = explain(Verdict::compile_error, Cause::endless);
        result.stopped->details = workspace.with_known_paths(result.output);
    }
    return result;
}

}  // namespace course
