#include "course/play/stepper.hpp"

#include <algorithm>

#include "course/grading/explored_program.hpp"
#include "course/grading/inspection.hpp"
#include "course/grading/judge.hpp"
#include "course/grading/test_build.hpp"
#include "course/grading/test_program.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

class ProgramStepper : public Stepper {
  public:
    explicit ProgramStepper(const Examination& on) : exercise_(on.exercise), program_(on) {}
    interleave::Result after(const std::vector<int>& picks) override {
        return program_.run(stepping(exercise_, picks));
    }

  private:
    const Exercise& exercise_;
    ExploredProgram program_;
};

class TestStepper : public Stepper {
  public:
    TestStepper(const Examination& on, fs::path program, std::string test)
        : on_(on), program_(std::move(program)), test_(std::move(test)) {}
    ~TestStepper() override {
        std::error_code ignored;
        fs::remove(program_, ignored);
    }

    interleave::Result after(const std::vector<int>& picks) override {
        Search step;
        step.step_through = true;
        step.picks = picks;
        step.own = own_files(on_);
        const Observation seen =
            observe({program_, EngineKind::schedules, on_.exercise.cpu_seconds, test_, step});
        if (seen.exploration) return with_known_paths(*seen.exploration, on_.workspace);
        const Result why = judge(seen, on_.workspace, {test_});
        const std::string place =
            why.file.empty() ? "" : why.file + ":" + std::to_string(why.line) + ": ";
        throw Error(kNotPassed, place + why.message);
    }

  private:
    const Examination& on_;
    fs::path program_;
    std::string test_;
};

// The first that some order of its threads breaks; the first of all where none is.
std::string first_broken(const Examination& on, const fs::path& program,
                         const std::vector<std::string>& tests) {
    Search search;
    search.own = own_files(on);
    for (const std::string& test : tests) {
        const Observation seen =
            observe({program, EngineKind::schedules, on.exercise.cpu_seconds, test, search});
        if (!seen.exploration || seen.exploration->verdict != interleave::Verdict::passed)
            return test;
    }
    return tests.front();
}

std::string chosen(const std::vector<std::string>& tests, const std::string& wanted) {
    for (std::size_t i = 0; i < tests.size(); ++i) {
        const std::string& name = tests[i];
        if (wanted == name || wanted == name.substr(name.find('.') + 1) ||
            wanted == std::to_string(i + 1))
            return name;
    }
    throw Error(kBadUsage, "there is no explored test \"" + wanted + "\"; there is " +
                               enumerate(tests, "and") + ".");
}

}  // namespace

Playable make_playable(const Examination& on, const std::string& test) {
    Playable playable;
    if (on.exercise.is_about_a_program()) {
        if (!test.empty())
            throw Error(kBadUsage, on.exercise.id() + " is about a program and has no tests.");
        playable.stepper = std::make_unique<ProgramStepper>(on);
        return playable;
    }
    playable.tests = on.test.explored;
    if (playable.tests.empty())
        throw Error(kBadUsage, on.exercise.id() + " has no test that can be played.");
    if (!test.empty()) playable.test = chosen(playable.tests, test);
    on.toolchain.prepare(EngineKind::schedules);
    const fs::path program = on.workspace.program(EngineKind::schedules);
    playable.refused = build_test(on, EngineKind::schedules, program);
    if (playable.refused) return playable;
    if (test.empty()) playable.test = first_broken(on, program, playable.tests);
    playable.stepper = std::make_unique<TestStepper>(on, program, playable.test);
    return playable;
}

}  // namespace course
