// What watch mode shows, as lines of text.
#pragma once

#include <string>
#include <vector>

#include "course/screen/style.hpp"
#include "course/watch/situation.hpp"

namespace course {

using Lines = std::vector<std::string>;

// Lesson, exercise and the bar of the whole course.
Lines head_lines(const Situation& now, const Style& style);

// The exercise: verdict, feedback, hints, task; or what was learned, once it has passed. As far
// as that is possible it fits `style.height`.
Lines exercise_page(const Situation& now, const Style& style);

struct ListPage {
    Lines lines;
    int selected_line = 0;
};
ListPage list_page(const Situation& now, std::size_t selected, const Style& style);

// The reference beside the learner's own: what differs, or the whole file.
Lines solution_page(const Situation& now, bool whole_file, const Style& style);

// Everything behind the verdict.
Lines details_page(const Situation& now, const Style& style);

Lines help_page(const Style& style);

// What to do now, in a sentence.
std::string next_step(const Situation& now);

// As many keys as fit into a line; help and quit are always among them.
std::string key_bar(const Style& style);

// The first open exercise behind `from`, else the first of all; null if none is open.
const Exercise* open_exercise_after(const Situation& now, const Exercise& from);

}  // namespace course
