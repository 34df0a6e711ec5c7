// Engines that build the test with the submission and run it: native and the sanitizers.
#include <future>
#include <optional>

#include "files.hpp"
#include "grading/compile.hpp"
#include "grading/engine.hpp"
#include "grading/inspection.hpp"
#include "grading/judge.hpp"
#include "grading/test_program.hpp"

namespace fs = std::filesystem;

namespace course {

std::unique_ptr<Engine> make_must_not_compile_engine();

namespace {

class RunEngine : public Engine {
  public:
    RunEngine(EngineKind kind, int repeats) : kind_(kind), repeats_(repeats) {}

    Result examine(const Examination& on) override {
        on.toolchain.prepare(kind_);
        const auto source = on.course.root / on.exercise.test_source();
        const auto program = on.workspace.program(kind_);
        if (auto refused = build(on, source, program)) return *refused;

        const std::vector<std::string> expected = tests_in(read_file(source));
        Result result;
        for (int round = 1; round <= repeats_; ++round) {
            Observation seen = observe(program, kind_, on.exercise.cpu_seconds);
            result = judge(seen, on.workspace, expected);
            result.executions = round;
            if (result.verdict != Verdict::passed) break;
        }
        std::filesystem::remove(program);
        return result;
    }

  private:
    // The verdict if there is nothing to run.
    std::optional<Result> build(const Examination& on, const fs::path& source,
                                const fs::path& program) const {
        std::vector<std::future<Compilation>> pending;
        std::vector<fs::path> objects;
        for (const std::string& piece :
             pieces_of(read_file(source), on.request.compiler_cache ? 1 : kPieces, source)) {
            const std::string stem = program.string() + "-" + std::to_string(objects.size());
            objects.push_back(stem + ".o");
            write_file(stem + ".cpp", piece);
            auto command = on.toolchain.compile_test(
                kind_, stem + ".cpp", {on.workspace.tree(), on.course.root / "tests"},
                objects.back(), on.request.compiler_cache);
            pending.push_back(std::async(
                std::launch::async, [command, &on] { return compile(command, on.workspace); }));
        }
        std::vector<Compilation> compiled;
        for (auto& piece : pending) compiled.push_back(piece.get());
        for (const Compilation& piece : compiled)
            if (auto refused = verdict_on(piece, on.workspace)) return refused;
        return verdict_on(compile(on.toolchain.link_test(kind_, objects, program), on.workspace),
                          on.workspace);
    }

    static std::optional<Result> verdict_on(const Compilation& built, const Workspace& workspace) {
        if (built.stopped) return built.stopped;
        if (!built.accepted) return judge_compiler_output(built.output, workspace);
        return {};
    }

    static constexpr std::size_t kPieces = 2;  // compiled side by side, where somebody waits

    EngineKind kind_;
    int repeats_;
};

}  // namespace

std::unique_ptr<Engine> make_engine(EngineKind kind, int repeats) {
    if (kind == EngineKind::must_not_compile) return make_must_not_compile_engine();
    return std::make_unique<RunEngine>(kind, repeats);
}

}  // namespace course
