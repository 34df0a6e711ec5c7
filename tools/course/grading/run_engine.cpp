// Engines that build the test with the submission and run it: native and the sanitizers.
#include "files.hpp"
#include "grading/engine.hpp"
#include "grading/inspection.hpp"
#include "grading/judge.hpp"
#include "grading/test_build.hpp"
#include "grading/test_program.hpp"

namespace fs = std::filesystem;

namespace course {

std::unique_ptr<Engine> make_must_not_compile_engine();
std::unique_ptr<Engine> make_schedules_engine();
std::unique_ptr<Engine> make_predict_engine();
std::unique_ptr<Engine> make_schedule_engine();

namespace {

class RunEngine : public Engine {
  public:
    RunEngine(EngineKind kind, int repeats) : kind_(kind), repeats_(repeats) {}

    Result examine(const Examination& on) override {
        on.toolchain.prepare(kind_);
        const fs::path program = on.workspace.program(kind_);
        if (auto refused = build_test(on, kind_, program)) return *refused;

        const std::vector<std::string> expected =
            tests_in(read_file(on.course.root / on.exercise.test_source()));
        Result result;
        for (int round = 1; round <= repeats_; ++round) {
            Observation seen = observe({program, kind_, on.exercise.cpu_seconds, {}, {}});
            result = judge(seen, on.workspace, expected);
            result.executions = round;
            if (result.verdict != Verdict::passed) break;
        }
        fs::remove(program);
        return result;
    }

  private:
    EngineKind kind_;
    int repeats_;
};

}  // namespace

std::unique_ptr<Engine> make_engine(EngineKind kind, int repeats) {
    if (kind == EngineKind::must_not_compile) return make_must_not_compile_engine();
    if (kind == EngineKind::schedules) return make_schedules_engine();
    if (kind == EngineKind::predict) return make_predict_engine();
    if (kind == EngineKind::schedule) return make_schedule_engine();
    return std::make_unique<RunEngine>(kind, repeats);
}

}  // namespace course
