// The manifests are complete: nothing that they name is missing, and no file is left over that
// they do not name. What a single manifest may say is checked where it is read.
#include <algorithm>
#include <set>

#include "course/selfcheck/plan.hpp"
#include "course/selfcheck/submissions.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kRejects = 5;
constexpr std::size_t kAccepts = 2;

Problems check_exercise(const Plan& plan, const Exercise& exercise) {
    const auto& root = plan.course.root;
    Problems problems;
    auto need = [&](const fs::path& file) {
        if (!fs::is_regular_file(root / file)) problems.push_back(file.string() + " is missing");
    };
    need(exercise.test_source());
    for (const auto& file : exercise.files) {
        need(fs::path("exercises") / file);
        need(fs::path("solutions") / file);
    }
    for (const auto& hint : exercise.hints) {
        if (trimmed(hint).empty()) problems.push_back("a hint of " + exercise.id() + " is empty");
    }
    auto at_least = [&](const std::string& kind, std::size_t least) {
        auto folder = root / "tests" / exercise.lesson / kind / exercise.name;
        auto files = submission_files(plan, exercise, kind);
        if (files.size() < least) {
            problems.push_back(shown(plan, folder) + " holds " + std::to_string(files.size()) +
                               " submissions; there must be at least " + std::to_string(least));
        }
        for (const auto& file : files) {
            auto found = check_submission(plan, exercise, file, kind == "rejects");
            problems.insert(problems.end(), found.begin(), found.end());
        }
    };
    at_least("rejects", kRejects);
    at_least("accepts", kAccepts);
    return problems;
}

bool belongs_to_a_test(const Lesson& lesson, const fs::path& file) {
    return std::ranges::any_of(lesson.exercises, [&](const Exercise& exercise) {
        auto first = file.begin()->string();
        if (first == "rejects" || first == "accepts") {
            return std::next(file.begin())->string() == exercise.name;
        }
        return file == exercise.test_source().filename() ||
               file == exercise.refusals_source().filename();
    });
}

// A header that tests of the lesson share.
bool is_included_by_a_test(const Plan& plan, const Lesson& lesson, const fs::path& file) {
    const std::string line = "#include \"" + lesson.id + "/" + file.string() + "\"";
    return file.extension() == ".hpp" &&
           std::ranges::any_of(lesson.exercises, [&](const Exercise& exercise) {
               const fs::path test = plan.course.root / exercise.test_source();
               return fs::exists(test) && read_file(test).find(line) != std::string::npos;
           });
}

Problems check_leftovers(const Plan& plan, const Lesson& lesson) {
    const auto& root = plan.course.root;
    Problems problems;
    auto leftover = [&](const fs::path& file) {
        problems.push_back(shown(plan, file) + " belongs to nothing that lesson.toml names");
    };
    auto tests = root / "tests" / lesson.id;
    for (const auto& file : files_below(tests)) {
        const auto name = file.lexically_relative(tests);
        if (!belongs_to_a_test(lesson, name) && !is_included_by_a_test(plan, lesson, name))
            leftover(file);
    }
    for (const auto& file : files_below(root / "lessons" / lesson.id / "demos")) {
        auto name = file.stem().string();
        bool known = std::ranges::find(lesson.demos, name, &Demo::name) != lesson.demos.end();
        if (!known) leftover(file);
    }
    for (const auto& demo : lesson.demos) {
        auto file = root / "lessons" / lesson.id / "demos" / (demo.name + ".cpp");
        if (!fs::exists(file)) problems.push_back(shown(plan, file) + " is missing");
    }
    for (const auto& file : files_below(plan.exercises / lesson.id)) {
        auto name = file.lexically_relative(plan.exercises).string();
        bool known = std::ranges::any_of(lesson.exercises, [&](const Exercise& exercise) {
            return name == exercise.program ||
                   std::ranges::find(exercise.files, name) != exercise.files.end();
        });
        if (!known) problems.push_back("exercises/" + name + " belongs to no exercise");
    }
    return problems;
}

// The program decides: exactly one choice is what it prints.
Problems check_quiz(const Plan& plan, const Lesson& lesson) {
    Problems problems;
    for (const auto& question : lesson.quiz) {
        auto wrong = [&](const std::string& what) {
            problems.push_back("quiz question `" + question.question + "`: " + what);
        };
        if (question.choices.size() < 2) wrong("there is nothing to choose from");
        if (trimmed(question.reason).empty()) wrong("the reason is missing");
        std::set<std::string> distinct(question.choices.begin(), question.choices.end());
        if (distinct.size() != question.choices.size()) wrong("two choices are the same");
        if (question.program.empty()) {
            bool in_range =
                question.answer >= 0 && question.answer < static_cast<int>(question.choices.size());
            if (!in_range) wrong("the answer is none of the choices");
            continue;
        }
        auto output = read_file(plan.course.root / "lessons" / lesson.id / "demos" /
                                (question.program + ".out"));
        auto right = std::ranges::count_if(question.choices, [&](const std::string& choice) {
            return without_trailing_blanks(choice) == without_trailing_blanks(output);
        });
        if (right != 1) {
            wrong(std::to_string(right) + " choices equal what " + question.program + " prints:\n" +
                  indented(output));
        }
    }
    return problems;
}

// Parts of the library that no lesson teaches.
Problems check_library(const Plan& plan) {
    Problems problems;
    std::set<std::string> known = {"fearless/todo.hpp"};
    for (const auto* exercise : plan.course.exercises()) {
        known.insert(exercise->files.begin(), exercise->files.end());
    }
    for (const auto& lesson : plan.course.lessons) {
        known.insert(lesson.given.begin(), lesson.given.end());
    }
    for (const auto& file : files_below(plan.exercises / "fearless")) {
        auto name = file.lexically_relative(plan.exercises).string();
        if (!known.contains(name)) problems.push_back("exercises/" + name + " is of no exercise");
    }
    return problems;
}

}  // namespace

void add_manifest_jobs(const Plan& plan, Jobs& jobs) {
    for (const auto* lesson : plan.lessons) {
        auto again = "./course selfcheck --quick " + lesson->id;
        jobs.push_back({"files of " + lesson->id, again,
                        [&plan, lesson] { return check_leftovers(plan, *lesson); }});
        jobs.push_back({"quiz of " + lesson->id, again,
                        [&plan, lesson] { return check_quiz(plan, *lesson); }});
        for (const auto& exercise : lesson->exercises) {
            jobs.push_back({"manifest of " + exercise.id(), again,
                            [&plan, &exercise] { return check_exercise(plan, exercise); }});
        }
    }
    if (plan.whole) {
        jobs.push_back({"every part is taught", "./course selfcheck --quick",
                        [&plan] { return check_library(plan); }});
    }
}

}  // namespace course::checking
