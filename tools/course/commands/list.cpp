#include <fmt/core.h>

#include "course/commands/commands.hpp"
#include "course/model/progress.hpp"
#include "course/model/state.hpp"
#include "course/report/formats.hpp"
#include "system/error.hpp"

namespace course {

using namespace sys;

int list(const Course& course, bool json) {
    const State state = load_state(course.root);
    if (json) {
        fmt::print("{}", list_json(course, state));
        return kPassed;
    }
    for (const auto& lesson : course.lessons) {
        fmt::print("{}  {} ({} min)\n", lesson.id, lesson.title, lesson.minutes);
        for (const auto& exercise : lesson.exercises) {
            const std::string kind(to_string(exercise.kind));
            fmt::print("  {:<7} {:<8} {:<24} {:>3} min  {}\n", progress_of(exercise, state), kind,
                       exercise.name, exercise.minutes, exercise.title);
        }
    }
    return kPassed;
}

int next(const Course& course) {
    const Exercise* exercise = next_open(course, load_state(course.root));
    if (!exercise) {
        fmt::print("Every exercise is done.\n");
        return kPassed;
    }
    fmt::print("{}: {} ({}, about {} min)\n{}\n", exercise->id(), exercise->title,
               to_string(exercise->kind), exercise->minutes, exercise->task);
    fmt::print("  read   lessons/{}/README.md\n", exercise->lesson);
    for (const auto& file : exercise->files) fmt::print("  edit   exercises/{}\n", file);
    fmt::print("  check  ./course check {}\n", exercise->id());
    return kPassed;
}

}  // namespace course
