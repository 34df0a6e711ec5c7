#include <unistd.h>

#include "course/commands/commands.hpp"
#include "course/model/shipped_files.hpp"
#include "course/watch/editor.hpp"
#include "system/error.hpp"

namespace course {

using namespace sys;

int open_in_editor(const Course& course, std::string_view name) {
    const Exercise& exercise = course.exercise(name);
    const std::string file = exercise_file(course, exercise).string();
    const Editor editor = preferred_editor();
    if (editor.command.empty()) {
        throw Error(kBadUsage, "no editor was found; set EDITOR, or open " + file + " yourself.");
    }
    std::vector<std::string> words = command_line(editor, file, 0);
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execvp(argv[0], argv.data());
    throw Error(kBrokenEnvironment, "a shell cannot be started to run " + editor.command + ".");
}

}  // namespace course
