#include "course/selfcheck/submissions.hpp"

#include "course/grading/overlay.hpp"
#include "course/model/regions.hpp"
#include "course/selfcheck/expectation.hpp"
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

Problems regions_without_news(const Source& overlay, const Source& solution) {
    (void)lay_over(overlay, solution);
    Problems problems;
    const Regions ours = regions_of(solution.text);
    for (const auto& [name, lines] : regions_of(overlay.text).inside) {
        const auto same = ours.inside.find(name);
        if (same != ours.inside.end() && same->second == lines) {
            problems.push_back(overlay.name + ": region [" + name + "] is as in " + solution.name +
                               ", so it says nothing");
        }
    }
    return problems;
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

Problems check_submission(const Plan& plan, const Exercise& exercise, const fs::path& file,
                          bool wrong) {
    const Source submission{shown(plan, file), read_file(file)};
    try {
        const auto expected = read_expectation(submission.name, submission.text, wrong);
        if (exercise.is_about_a_program()) {
            check_regions(submission, solution_of(plan, exercise));
        } else if (is_overlay(submission.text)) {
            return regions_without_news(submission, solution_of(plan, exercise));
        } else if (expected.whole.empty()) {
            return {submission.name +
                    " is a whole file; keep its header and the regions that differ, or say with "
                    "`// whole: ...` why that is not enough"};
        }
    } catch (const Error& error) {
        return {error.what()};
    }
    return {};
}

}  // namespace course::checking
