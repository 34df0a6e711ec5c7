#include <fmt/core.h>

#include "course/commands/commands.hpp"
#include "course/model/progress.hpp"
#include "course/model/shipped_files.hpp"
#include "course/model/state.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace course {

using namespace sys;

int solution(const Course& course, std::string_view name) {
    const Exercise& exercise = course.exercise(name);
    if (progress_of(exercise, load_state(course.root)) == "open") {
        throw Error(kNotPassed, "the solution of " + exercise.id() +
                                    " is shown once your own has passed; \"./course hint " +
                                    exercise.name + "\" helps on the way.");
    }
    for (const auto& file : exercise.files) {
        const auto path = course.root / "solutions" / file;
        fmt::print("// solutions/{}\n{}", file, read_file(path));
    }
    fmt::print("// Compare: diff exercises/{0} solutions/{0}\n", exercise.files.front());
    return kPassed;
}

int lend(const Course& course, std::string_view name) {
    const Exercise& exercise = course.exercise(name);
    if (exercise.kind != ExerciseKind::part) {
        throw Error(kBadUsage, exercise.id() + " is a " + std::string(to_string(exercise.kind)) +
                                   " exercise; only parts of the library are lent.");
    }
    keep_pristine(course);
    const auto kept = keep_copies(course, exercise);
    for (const auto& file : exercise.files) {
        write_file_if_changed(course.root / "exercises" / file,
                              read_file(course.root / "solutions" / file));
        fmt::print("exercises/{} is now the reference part, on loan.\n", file);
    }
    if (!kept.empty()) {
        fmt::print("What was there before is in {}; \"./course reset {}\" gives the stub back.\n",
                   kept.lexically_relative(course.root).string(), exercise.name);
    }
    std::fflush(stdout);
    update_state(course.root, [&](State& state) {
        state.passed.erase(exercise.id());
        state.lent.insert(exercise.id());
    });
    return kPassed;
}

}  // namespace course
