#include "course/grading/test_build.hpp"

#include <future>

#include "course/grading/compile.hpp"
#include "course/grading/compiler_output.hpp"
#include "course/grading/inspection.hpp"
#include "system/cpu_account.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

std::optional<Result> verdict_on(const Compilation& built, const Workspace& workspace) {
    if (built.stopped) return built.stopped;
    if (!built.accepted) return judge_compiler_output(built.output, workspace);
    return {};
}

std::vector<fs::path> includes_of(const Examination& on) {
    return {on.workspace.tree(), on.course.root / "tests"};
}

// A brace that is never closed is noticed in the test, lines after the file that it is missing in.
// Compiled alone, that file shows it.
std::optional<Result> verdict_on_file_alone(const Examination& on, EngineKind kind,
                                            const fs::path& program) {
    for (const std::string& file : on.exercise.files) {
        const Compilation alone =
            compile(on.toolchain.compile_test(kind, on.workspace.tree() / file, includes_of(on),
                                              program.string() + "-alone.o", false),
                    on.workspace);
        if (!alone.accepted && blames_the_learners_file(alone.output, on.workspace))
            return verdict_on(alone, on.workspace);
    }
    return {};
}

}  // namespace

std::optional<Result> build_test(const Examination& on, EngineKind kind, const fs::path& program) {
    std::vector<std::future<Compilation>> pending;
    std::vector<fs::path> objects;
    for (const std::string& piece : pieces_of(on.test, side_by_side(on))) {
        const std::string stem = program.string() + "-" + std::to_string(objects.size());
        objects.push_back(stem + ".o");
        write_file(stem + ".cpp", piece);
        auto command = on.toolchain.compile_test(kind, stem + ".cpp", includes_of(on),
                                                 objects.back(), on.request.compiler_cache);
        pending.push_back(
            async_on_account([command, &on] { return compile(command, on.workspace); }));
    }
    std::vector<Compilation> compiled;
    for (auto& piece : pending) compiled.push_back(piece.get());
    for (const Compilation& piece : compiled) {
        auto refused = verdict_on(piece, on.workspace);
        if (!refused) continue;
        if (!piece.stopped && !blames_the_learners_file(piece.output, on.workspace))
            if (auto nearer = verdict_on_file_alone(on, kind, program)) return nearer;
        return refused;
    }
    return verdict_on(compile(on.toolchain.link_test(kind, objects, program), on.workspace),
                      on.workspace);
}

}  // namespace course
