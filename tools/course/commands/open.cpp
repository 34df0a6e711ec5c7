#include <unistd.h>

#include <cstdlib>

#include "course/commands/commands.hpp"
#include "course/model/shipped_files.hpp"
#include "system/error.hpp"

namespace course {

using namespace sys;

namespace {

const char* editor() {
    for (const char* variable : {"VISUAL", "EDITOR"}) {
        const char* command = std::getenv(variable);
        if (command && *command) return command;
    }
    return nullptr;
}

}  // namespace

int open_in_editor(const Course& course, std::string_view name) {
    const Exercise& exercise = course.exercise(name);
    const std::string file = exercise_file(course, exercise).string();
    const char* command = editor();
    if (!command) {
        throw Error(kBadUsage, "no editor is named; set EDITOR, or open " + file + " yourself.");
    }
    // The shell reads the command, which may hold arguments of its own, and not the file's name.
    const std::string line = std::string(command) + " \"$1\"";
    ::execl("/bin/sh", "sh", "-c", line.c_str(), "sh", file.c_str(), nullptr);
    throw Error(kBrokenEnvironment,
                "/bin/sh cannot be started to run " + std::string(command) + ".");
}

}  // namespace course
