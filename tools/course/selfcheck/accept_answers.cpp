// The solutions of `predict` exercises, as the explorer gives them.
#include <set>

#include "course/grading/answer.hpp"
#include "course/grading/explored_program.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace course::checking {

using namespace sys;

namespace {

std::set<std::string> outcomes_of(const Plan& plan, const Exercise& exercise) {
    GradeRequest request;
    request.from = GradeRequest::From::solutions;
    const Toolchain& toolchain = Toolchain::named(plan.toolchains.front());
    const Workspace workspace(plan.course, exercise, request, toolchain.build_folder());
    const Examination on{plan.course, exercise, request, workspace, toolchain};
    std::set<std::string> all;
    for (const auto& outcome : ExploredProgram(on).outcomes().outcomes)
        all.insert(outcome_of(outcome));
    return all;
}

}  // namespace

std::vector<std::string> accept_answers(const Plan& plan) {
    std::vector<std::string> changed;
    for (const auto* lesson : plan.lessons) {
        for (const auto& exercise : lesson->exercises) {
            if (exercise.kind != ExerciseKind::predict) continue;
            const auto path = plan.course.root / "solutions" / exercise.files.front();
            const auto old = read_file(path);
            const auto outcomes = outcomes_of(plan, exercise);
            const auto text = with_answer(old, {outcomes.begin(), outcomes.end()});
            if (!text)
                throw Error(kBrokenEnvironment, shown(plan, path) + " lacks its two lines " +
                                                    std::string(kAnswerMarker) + ".");
            if (*text == old) continue;
            write_file(path, *text);
            changed.push_back(shown(plan, path) + ": answered anew.");
        }
    }
    return changed;
}

}  // namespace course::checking
