#include "course/model/progress.hpp"

#include <algorithm>

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
    for (const Exercise* exercise : course.exercises()) {
        if (progress_of(*exercise, state) == "open") return exercise;
    }
    return nullptr;
}

void mark_passed(const Course& course, const Exercise& exercise) {
    update_state(course.root, [&](State& state) {
        if (state.lent.contains(exercise.id()) && equals_reference(course, exercise)) return;
        state.lent.erase(exercise.id());
        state.passed.insert(exercise.id());
    });
}

}  // namespace course
