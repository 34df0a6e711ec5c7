// Exercises and lessons by the names that people type.
#include <algorithm>

#include "course/model/manifest.hpp"
#include "system/error.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

using namespace sys;

namespace {

// "01_spawn_join", "01", "1" or "spawn_join".
bool is_name_of(const Lesson& lesson, std::string_view name) {
    const std::string number = lesson.id.substr(0, 2);
    const std::string short_number = number[0] == '0' ? number.substr(1) : number;
    return name == lesson.id || name == number || name == short_number ||
           name == lesson.id.substr(3);
}

std::vector<std::string> names_of(const std::vector<Exercise>& exercises) {
    std::vector<std::string> names;
    for (const auto& exercise : exercises) names.push_back(exercise.name);
    return names;
}

}  // namespace

std::vector<const Exercise*> Course::exercises() const {
    std::vector<const Exercise*> all;
    for (const auto& lesson : lessons) {
        for (const auto& exercise : lesson.exercises) all.push_back(&exercise);
    }
    return all;
}

const Exercise& Course::exercise(std::string_view name) const {
    std::vector<std::string> ids, names, meant;
    const Exercise* found = nullptr;
    for (const Exercise* one : exercises()) {
        if (one->id() == name) return *one;
        ids.push_back(one->id());
        names.push_back(one->name);
        if (one->name == name) {
            found = one;
            meant.push_back(one->id());
        }
    }
    if (meant.size() == 1) return *found;
    const std::string quoted = "\"" + std::string(name) + "\"";
    if (meant.size() > 1) {
        throw Error(kBadUsage, quoted + " could be " + enumerate(meant) + "; say which one.");
    }
    for (const auto& lesson : lessons) {
        if (!is_name_of(lesson, name) || lesson.exercises.empty()) continue;
        throw Error(kBadUsage, quoted + " is a lesson; its exercises are " +
                                   enumerate(names_of(lesson.exercises), "and") + ".");
    }
    std::string near = did_you_mean(name, name.find('/') == std::string_view::npos ? names : ids);
    if (near.empty()) near = "; \"./course list\" shows them all.";
    throw Error(kBadUsage, "there is no exercise " + quoted + near);
}

const Lesson& Course::lesson(std::string_view name) const {
    std::vector<std::string> candidates;
    for (const auto& lesson : lessons) {
        if (is_name_of(lesson, name)) return lesson;
        candidates.push_back(name.starts_with(lesson.id[0]) ? lesson.id : lesson.id.substr(3));
    }
    for (const Exercise* one : exercises()) {
        if (one->name != name && one->id() != name) continue;
        throw Error(kBadUsage, "\"" + std::string(name) + "\" is an exercise of the lesson " +
                                   one->lesson + "; expected a lesson.");
    }
    std::string near = did_you_mean(name, candidates);
    if (near.empty()) near = "; \"./course list\" shows them all.";
    throw Error(kBadUsage, "there is no lesson \"" + std::string(name) + "\"" + near);
}

}  // namespace course
