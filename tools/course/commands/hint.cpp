#include <fmt/core.h>

#include <algorithm>

#include "course/commands/commands.hpp"
#include "course/model/state.hpp"
#include "system/error.hpp"

namespace course {

using namespace sys;

int hint(const Course& course, std::string_view name) {
    const Exercise& exercise = course.exercise(name);
    const int count = static_cast<int>(exercise.hints.size());
    const auto seen = load_state(course.root).hints;
    const auto found = seen.find(exercise.id());
    const int level = std::min(count, found == seen.end() ? 1 : found->second + 1);
    fmt::print("Hint {} of {} for {}:\n{}\n", level, count, exercise.id(),
               exercise.hints[static_cast<std::size_t>(level - 1)]);
    // Printed first: a hint that cannot be remembered is still a hint.
    std::fflush(stdout);
    update_state(course.root, [&](State& state) { state.hints[exercise.id()] = level; });
    return kPassed;
}

}  // namespace course
