// Engines that build the test with the submission and run it: native and the sanitizers.
#include <fmt/format.h>

#include <algorithm>

#include "course/grading/engines/engine.hpp"
#include "course/grading/inspection.hpp"
#include "course/grading/judge.hpp"
#include "course/grading/test_build.hpp"
#include "course/grading/test_program.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

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

        Result result = the_same_each_time(on, [&] { return run(on, program); });
        fs::remove(program);
        return result;
    }

  private:
    Result run(const Examination& on, const fs::path& program) const {
        Result result;
        for (int round = 1; round <= repeats_; ++round) {
            Observation seen = observe({program, kind_, on.exercise.cpu_seconds, {}, {}});
            const double before = result.cpu_seconds;
            result = judge(seen, on.workspace, on.test.tests);
            result.executions = round;
            result.cpu_seconds = before + seen.end.cpu_seconds;
            if (result.verdict != Verdict::passed) break;
        }
        return result;
    }

    EngineKind kind_;
    int repeats_;
};

std::string name_of_failed(const Result& result) {
    const auto failed = std::ranges::find(result.tests, "failed", &TestOutcome::status);
    return failed == result.tests.end() ? "" : failed->name;
}

}  // namespace

Result the_same_each_time(const Examination& on, const std::function<Result()>& run) {
    const Result first = run();
    for (int round = 2; round <= on.request.runs; ++round) {
        const Result again = run();
        if (again.verdict == first.verdict && name_of_failed(again) == name_of_failed(first))
            continue;
        throw Error(kBrokenEnvironment,
                    fmt::format("{}: run {} came to {} {}, after {} {}.", on.exercise.id(), round,
                                to_string(again.verdict), name_of_failed(again),
                                to_string(first.verdict), name_of_failed(first)));
    }
    return first;
}

std::unique_ptr<Engine> make_engine(EngineKind kind, int repeats) {
    if (kind == EngineKind::must_not_compile) return make_must_not_compile_engine();
    if (kind == EngineKind::schedules) return make_schedules_engine();
    if (kind == EngineKind::predict) return make_predict_engine();
    if (kind == EngineKind::schedule) return make_schedule_engine();
    return std::make_unique<RunEngine>(kind, repeats);
}

}  // namespace course
