#include <fmt/core.h>

#include <iostream>

#include "course/commands/commands.hpp"
#include "course/model/progress.hpp"
#include "system/error.hpp"
#include "system/terminal.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

std::string names_of(const Exercise& exercise) {
    std::vector<std::string> names;
    for (const auto& file : exercise.files) names.push_back("exercises/" + file);
    return enumerate(names, "and");
}

bool confirmed(const Exercise& exercise) {
    if (!is_terminal()) {
        throw Error(kBadUsage,
                    "reset asks first, and there is no terminal to ask on; say --yes to reset " +
                        names_of(exercise) + ".");
    }
    fmt::print("Put {} back to the shipped text? Your text is kept. [y/N] ", names_of(exercise));
    std::fflush(stdout);
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace

int reset(const Course& course, std::string_view name, bool yes) {
    const Exercise& exercise = course.exercise(name);
    if (!yes && !confirmed(exercise)) {
        fmt::print("Nothing was changed.\n");
        return kPassed;
    }
    const auto kept = reset_exercise(course, exercise);
    fmt::print("{} as shipped.\n", names_of(exercise));
    if (!kept.empty()) {
        fmt::print("What was there before is in {}.\n",
                   kept.lexically_relative(course.root).string());
    }
    return kPassed;
}

}  // namespace course
