// What `./course new` left for the author to write, and is still as it was.
#include "course/selfcheck/plan.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPlaceholder = "TODO";

bool is_placeholder(std::string_view text) {
    return text.find(kPlaceholder) != text.npos || trimmed(text) == "...";
}

// Each line of the file that holds the word.
void look_through(const Plan& plan, const fs::path& file, Problems& problems) {
    const auto text = read_file_if_present(file);
    if (!text) return;
    int number = 0;
    for (const auto& line : lines_of(*text)) {
        ++number;
        if (line.find(kPlaceholder) == line.npos) continue;
        problems.push_back(shown(plan, file) + ":" + std::to_string(number) +
                           ": still to be written: " + std::string(trimmed(line)));
    }
}

Problems check_entry(const Exercise& exercise) {
    Problems problems;
    const auto look = [&](const std::string& what, const std::string& text) {
        if (is_placeholder(text)) {
            problems.push_back(what + " of " + exercise.id() + " is still a placeholder: " + text);
        }
    };
    look("the title", exercise.title);
    look("the task", exercise.task);
    for (std::size_t i = 0; i < exercise.hints.size(); ++i) {
        look("hint " + std::to_string(i + 1), exercise.hints[i]);
    }
    for (const auto& [key, sentence] : exercise.says) {
        look("what it says to " + std::string(to_string(key.first)), sentence);
    }
    if (exercise.kind == ExerciseKind::fix && exercise.shipped == Verdict::todo) {
        problems.push_back(exercise.id() +
                           " is a fix and ships with nothing written; \"shipped\" names the "
                           "verdict of its mistake");
    }
    return problems;
}

Problems check_files(const Plan& plan, const Exercise& exercise) {
    const auto& root = plan.course.root;
    Problems problems;
    auto files = exercise.files;
    if (exercise.is_about_a_program()) files.push_back(exercise.program);
    for (const auto& file : files) {
        look_through(plan, plan.exercises / file, problems);
        look_through(plan, root / "solutions" / file, problems);
    }
    const auto tests = root / "tests" / exercise.lesson;
    for (const char* suffix : {".cpp", ".must_not_compile.cpp"}) {
        look_through(plan, tests / (exercise.name + suffix), problems);
    }
    for (const char* submissions : {"rejects", "accepts"}) {
        for (const auto& file : files_below(tests / submissions / exercise.name)) {
            look_through(plan, file, problems);
        }
    }
    return problems;
}

Problems check_pages(const Plan& plan, const Lesson& lesson) {
    Problems problems;
    for (const char* name : {"README.md", "review.md"}) {
        look_through(plan, plan.course.root / "lessons" / lesson.id / name, problems);
    }
    return problems;
}

}  // namespace

void add_skeleton_jobs(const Plan& plan, Jobs& jobs) {
    for (const auto* lesson : plan.lessons) {
        const auto again = "./course selfcheck --quick " + lesson->id;
        jobs.push_back({"placeholders in the pages of " + lesson->id, again,
                        [&plan, lesson] { return check_pages(plan, *lesson); }});
        for (const auto& exercise : lesson->exercises) {
            jobs.push_back({"placeholders in " + exercise.id(), again, [&plan, &exercise] {
                                auto problems = check_entry(exercise);
                                auto more = check_files(plan, exercise);
                                problems.insert(problems.end(), more.begin(), more.end());
                                return problems;
                            }});
        }
    }
}

}  // namespace course::checking
