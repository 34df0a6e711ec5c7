#include "course/grading/grader.hpp"

#include <algorithm>
#include <chrono>
#include <future>

#include "course/grading/engines/engine.hpp"
#include "course/grading/inspection.hpp"
#include "course/grading/toolchain.hpp"
#include "course/grading/workspace.hpp"
#include "course/model/shipped_files.hpp"
#include "system/cpu_account.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace course {

using namespace sys;

namespace {

constexpr int kThoroughRuns = 20;

std::optional<Result> tampering(const Examination& on) {
    Result result;
    result.verdict = Verdict::tampered;
    std::vector<std::string> files = on.workspace.tampered();
    if (files.empty() && !on.request.trust_tree) files = tampered_files(on.course, on.exercise);
    if (!files.empty()) {
        result.file = files.front();
        result.cause = Cause::changed_file;
        result.message = explain(result.verdict, result.cause, files.front());
        return result;
    }
    if (on.exercise.is_about_a_program()) return {};  // an answer is no code
    for (const std::string& file : on.exercise.files) {
        const auto copied = on.workspace.tree() / file;
        if (auto found = meddling_with_tests(read_file(copied), on.test.text)) {
            const auto place = found->file.empty() ? copied.string() : found->file;
            result.file = on.workspace.known_path(place).value_or(file);
            result.line = found->line;
            result.cause = Cause::redefined;
            result.message = explain(result.verdict, result.cause, found->what);
            return result;
        }
    }
    return {};
}

struct Step {
    EngineKind engine;
    int repeats;
};

// One step an engine: each has a folder of its own.
std::vector<Step> steps_for(const Examination& on) {
    std::vector<Step> steps;
    for (EngineKind engine : on.exercise.checks) steps.push_back({engine, 1});
    if (!on.request.thorough || on.exercise.is_about_a_program()) return steps;
    std::vector others{EngineKind::thread, EngineKind::address, EngineKind::native};
    if (!on.test.explored.empty()) others.insert(others.begin(), EngineKind::schedules);
    for (EngineKind engine : others)
        if (std::ranges::find(steps, engine, &Step::engine) == steps.end())
            steps.push_back({engine, 1});
    for (Step& step : steps)
        if (step.engine == EngineKind::native) step.repeats = kThoroughRuns;
    return steps;
}

Result examine(const Examination& on, const Step& step) {
    Result result = make_engine(step.engine, step.repeats)->examine(on);
    result.engine = to_string(step.engine);
    return result;
}

// The first step in order that does not pass gives the verdict. All are begun at once: a learner
// waits for the longest of them, not for their sum.
Result examine_all(const Examination& on) {
    if (auto tampered = tampering(on)) return *tampered;
    std::vector<std::future<Result>> pending;
    for (const Step& step : steps_for(on)) {
        const auto work = [&on, step] { return examine(on, step); };
        // Where many are graded, what comes behind a failure is not begun.
        pending.push_back(on.request.among_others ? std::async(std::launch::deferred, work)
                                                  : async_on_account(work));
    }
    Result all;
    for (auto& step : pending) {
        Result result = step.get();
        result.executions += all.executions;
        result.cpu_seconds += all.cpu_seconds;
        result.exhausted = result.exhausted || all.exhausted;
        // A test program's promises are the same in each engine; the refusals come on top.
        for (TestOutcome& test : all.tests)
            if (std::ranges::find(result.tests, test.name, &TestOutcome::name) ==
                result.tests.end())
                result.tests.push_back(std::move(test));
        all = std::move(result);
        if (all.verdict != Verdict::passed) break;
    }
    return all;
}

// The lesson's words first; what the grader saw stays readable below.
void use_the_lessons_words(const Exercise& exercise, Result& result) {
    const std::string* words = exercise.words_on(result.verdict, result.cause);
    if (!words) return;
    result.details = result.message + "\n" + result.details;
    result.message = *words;
}

}  // namespace

Result grade(const Course& course, const Exercise& exercise, const GradeRequest& request) {
    auto start = std::chrono::steady_clock::now();
    const Toolchain& toolchain = Toolchain::named(request.toolchain);
    Workspace workspace(course, exercise, request, toolchain.build_folder());
    Result result = examine_all({course, exercise, request, workspace, toolchain});
    result.exercise = exercise.id();
    if (request.from == GradeRequest::From::exercises)
        result.untouched = untouched(course, exercise);
    use_the_lessons_words(exercise, result);
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace course
