#include "course/model/progress.hpp"

#include <algorithm>

#include "course/model/shipped_files.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace course {

using namespace sys;

namespace {

bool equals_reference(const Course& course, const Exercise& exercise) {
    return std::ranges::all_of(exercise.files, [&](const std::string& file) {
        return read_file_if_present(course.root / "exercises" / file) ==
               read_file_if_present(course.root / "solutions" / file);
    });
}

}  // namespace

std::string_view progress_of(const Exercise& exercise, const State& state) {
    if (state.passed.contains(exercise.id())) return "passed";
    return state.lent.contains(exercise.id()) ? "lent" : "open";
}

const Exercise* next_open(const Course& course, const State& state) {
    const Exercise* first = nullptr;
    for (const Exercise* exercise : course.exercises()) {
        if (progress_of(*exercise, state) != "open") continue;
        if (exercise->id() == state.current) return exercise;
        if (!first) first = exercise;
    }
    return first;
}

void mark_passed(const Course& course, const Exercise& exercise) {
    update_state(course.root, [&](State& state) {
        if (state.lent.contains(exercise.id()) && equals_reference(course, exercise)) return;
        state.lent.erase(exercise.id());
        state.passed.insert(exercise.id());
    });
}

int next_hint(const Exercise& exercise, const State& state) {
    const auto seen = state.hints.find(exercise.id());
    const int last = static_cast<int>(exercise.hints.size());
    return seen == state.hints.end() ? 1 : std::min(seen->second + 1, last);
}

void mark_hint_seen(const Course& course, const Exercise& exercise, int hint) {
    update_state(course.root, [&](State& state) {
        int& seen = state.hints[exercise.id()];
        seen = std::max(seen, hint);
    });
}

std::filesystem::path reset_exercise(const Course& course, const Exercise& exercise) {
    auto kept = restore_files(course, exercise);
    try {
        update_state(course.root, [&](State& state) {
            state.passed.erase(exercise.id());
            state.lent.erase(exercise.id());
        });
    } catch (const Error& error) {
        throw Error(error.status(), "the files are as shipped, and what they held is in " +
                                        kept.lexically_relative(course.root).string() + "; but " +
                                        error.what());
    }
    return kept;
}

}  // namespace course
