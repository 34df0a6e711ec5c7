// exercises/ and solutions/ hold the same files, and these differ in their marked regions only.
#include <algorithm>

#include "course/model/regions.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> relative_files(const fs::path& folder) {
    auto files = files_below(folder);
    for (auto& file : files) file = file.lexically_relative(folder);
    return files;
}

Problems check_same_files(const Plan& plan) {
    Problems problems;
    auto exercises = relative_files(plan.exercises);
    auto solutions = relative_files(plan.course.root / "solutions");
    for (const auto& file : exercises) {
        if (!std::ranges::binary_search(solutions, file)) {
            problems.push_back("exercises/" + file.string() + " has no counterpart in solutions/");
        }
    }
    for (const auto& file : solutions) {
        if (!std::ranges::binary_search(exercises, file)) {
            problems.push_back("solutions/" + file.string() + " has no counterpart in exercises/");
        }
    }
    return problems;
}

void add_faults(const std::string& file, const Regions& regions, Problems& problems) {
    for (const auto& fault : regions.faults) problems.push_back(file + ": " + fault);
}

Problems check_pair(const Plan& plan, const std::string& file) {
    auto exercise = read_file(plan.exercises / file);
    auto solution = read_file(plan.course.root / "solutions" / file);
    auto ours = regions_of(exercise), reference = regions_of(solution);
    Problems problems;
    add_faults("exercises/" + file, ours, problems);
    add_faults("solutions/" + file, reference, problems);
    if (auto difference = first_difference(ours.outside, reference.outside); !difference.empty()) {
        problems.push_back("outside the marked regions exercises/" + file + " and solutions/" +
                           file + " differ; of the lines there, " + difference);
    }
    if (exercise == solution) {
        problems.push_back("exercises/" + file + " is already the solution");
    }
    return problems;
}

// What is given or asked about is the same for everyone.
Problems check_same_text(const Plan& plan, const std::string& file) {
    if (read_file(plan.exercises / file) == read_file(plan.course.root / "solutions" / file))
        return {};
    return {"exercises/" + file + " and solutions/" + file + " differ, and nobody is to change it"};
}

Problems check_given(const Plan& plan, const Lesson& lesson) {
    Problems problems;
    for (const auto& file : lesson.given) {
        auto found = check_same_text(plan, file);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    return problems;
}

Problems check_demo_regions(const Plan& plan, const Lesson& lesson) {
    Problems problems;
    auto folder = plan.course.root / "lessons" / lesson.id / "demos";
    for (const auto& file : files_below(folder, {".cpp", ".hpp"})) {
        add_faults(shown(plan, file), regions_of(read_file(file)), problems);
    }
    return problems;
}

}  // namespace

void add_tree_jobs(const Plan& plan, Jobs& jobs) {
    if (plan.whole) {
        jobs.push_back({"exercises/ and solutions/ hold the same files",
                        "diff -rq exercises solutions",
                        [&plan] { return check_same_files(plan); }});
    }
    for (const auto* lesson : plan.lessons) {
        if (!lesson->given.empty()) {
            jobs.push_back({"given files of " + lesson->id,
                            "./course selfcheck --quick " + lesson->id,
                            [&plan, lesson] { return check_given(plan, *lesson); }});
        }
        jobs.push_back({"regions of the demos of " + lesson->id,
                        "./course selfcheck --quick " + lesson->id,
                        [&plan, lesson] { return check_demo_regions(plan, *lesson); }});
        for (const auto& exercise : lesson->exercises) {
            for (const auto& file : exercise.files) {
                jobs.push_back({"trees " + file, "diff exercises/" + file + " solutions/" + file,
                                [&plan, file] { return check_pair(plan, file); }});
            }
            if (const auto& file = exercise.program; !file.empty()) {
                jobs.push_back({"trees " + file, "diff exercises/" + file + " solutions/" + file,
                                [&plan, file] { return check_same_text(plan, file); }});
            }
        }
    }
}

}  // namespace course::checking
