#include <fmt/core.h>

#include "course/commands/commands.hpp"
#include "course/model/progress.hpp"
#include "course/model/state.hpp"
#include "system/error.hpp"

namespace course {

using namespace sys;

int hint(const Course& course, std::string_view name) {
    const Exercise& exercise = course.exercise(name);
    const int level = next_hint(exercise, load_state(course.root));
    fmt::print("Hint {} of {} for {}:\n{}\n", level, exercise.hints.size(), exercise.id(),
               exercise.hints[static_cast<std::size_t>(level - 1)]);
    // Printed first: a hint that cannot be remembered is still a hint.
    std::fflush(stdout);
    mark_hint_seen(course, exercise, level);
    return kPassed;
}

}  // namespace course
