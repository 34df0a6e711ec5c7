#include "course/selfcheck/submissions.hpp"

#include "course/grading/overlay.hpp"
#include "course/model/regions.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace course::checking {

using namespace sys;

namespace fs = std::filesystem;

namespace {

Source solution_of(const Plan& plan, const Exercise& exercise) {
    const std::string file = "solutions/" + exercise.files.front();
    return {file, read_file(plan.course.root / file)};
}

}  // namespace

std::vector<fs::path> submission_files(const Plan& plan, const Exercise& exercise,
                                       const std::string& kind) {
    return files_below(plan.course.root / "tests" / exercise.lesson / kind / exercise.name);
}

std::string graded_text(const Plan& plan, const Exercise& exercise, const fs::path& file) {
    const Source submission{shown(plan, file), read_file(file)};
    if (exercise.is_about_a_program() || !is_overlay(submission.text)) return submission.text;
    return laid_text(lay_over(submission, solution_of(plan, exercise)));
}

Problems check_regions(const Plan& plan, const Exercise& exercise, const fs::path& file) {
    const Source submission{shown(plan, file), read_file(file)};
    try {
        if (exercise.is_about_a_program()) {
            course::check_regions(submission, solution_of(plan, exercise));
            return {};
        }
        if (!is_overlay(submission.text)) return {};
        (void)graded_text(plan, exercise, file);
    } catch (const Error& error) {
        return {error.what()};
    }
    Problems problems;
    const Source solution = solution_of(plan, exercise);
    const Regions ours = regions_of(solution.text);
    for (const auto& [name, lines] : regions_of(submission.text).inside) {
        const auto same = ours.inside.find(name);
        if (same != ours.inside.end() && same->second == lines)
            problems.push_back(submission.name + ": region [" + name + "] is as in " +
                               solution.name + ", so it says nothing");
    }
    return problems;
}

}  // namespace course::checking
