// Engines that build the test with the submission and run it: native and the sanitizers.
#include "files.hpp"
#include "grading/compile.hpp"
#include "grading/engine.hpp"
#include "grading/inspection.hpp"
#include "grading/judge.hpp"
#include "grading/test_program.hpp"

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
        Compilation built = compile(
            on.toolchain.compile_test(kind_, source,
                                      {on.workspace.tree(), on.course.root / "tests"}, program,
                                      on.request.compiler_cache),
            on.workspace);
        if (built.stopped) return *built.stopped;
        if (!built.accepted) return judge_compiler_output(built.output, on.workspace);

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
    EngineKind kind_;
    int repeats_;
};

}  // namespace

std::unique_ptr<Engine> make_engine(EngineKind kind, int repeats) {
    if (kind == EngineKind::must_not_compile) return make_must_not_compile_engine();
    return std::make_unique<RunEngine>(kind, repeats);
}

}  // namespace course
