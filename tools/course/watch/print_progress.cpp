#include <algorithm>
#include <cstdio>
#include <string>

#include "course/model/progress.hpp"
#include "course/model/state.hpp"
#include "course/screen/prose.hpp"
#include "course/watch/watch.hpp"
#include "system/error.hpp"

namespace course {

using namespace sys;
int print_progress(const Course& course) {
    const State state = load_state(course.root);
    std::string text = "Fearless Threads\n";
    std::size_t done = 0, all = 0;
    for (const Lesson& lesson : course.lessons) {
        const auto passed = static_cast<std::size_t>(std::ranges::count_if(
            lesson.exercises,
            [&](const Exercise& exercise) { return state.passed.contains(exercise.id()); }));
        done += passed;
        all += lesson.exercises.size();
        text += "  " + lesson.id + "  " + lesson.title + ": " + std::to_string(passed) + " of " +
                std::to_string(lesson.exercises.size()) + "\n";
    }
    text += std::to_string(done) + " of " + std::to_string(all) + " exercises done.\n";
    if (const Exercise* next = next_open(course, state)) {
        text += "Next: " + next->id() + ", \"" + next->title + "\": " + plain_text(next->task) +
                "\nChange exercises/" + next->files[0] + ", then run `./course check " +
                next->name + "`.\n";
    } else {
        text += "Nothing is left to do.\n";
    }
    std::fputs(text.c_str(), stdout);
    return kPassed;
}

}  // namespace course
