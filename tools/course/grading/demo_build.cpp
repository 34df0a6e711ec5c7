#include "course/grading/demo_build.hpp"

#include <unistd.h>

#include "course/grading/toolchain.hpp"
#include "system/error.hpp"
#include "system/process.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

const Demo& find_demo(const Course& course, std::string_view name) {
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) {
        throw Error(kBadUsage, "\"" + std::string(name) + "\" names no demo; say LESSON/DEMO.");
    }
    const Lesson& lesson = course.lesson(name.substr(0, slash));
    std::vector<std::string> names;
    for (const auto& demo : lesson.demos) {
        if (demo.name == name.substr(slash + 1)) return demo;
        names.push_back(demo.name);
    }
    std::string near = did_you_mean(name.substr(slash + 1), names);
    if (near.empty())
        near = names.empty() ? "; it has none." : "; it has " + enumerate(names, "and") + ".";
    throw Error(kBadUsage, "lesson " + lesson.id + " has no demo \"" +
                               std::string(name.substr(slash + 1)) + "\"" + near);
}

fs::path build_demo(const Course& course, const Demo& demo) {
    const Toolchain& toolchain = Toolchain::named("");
    const fs::path folder = toolchain.build_folder() / "demos" / demo.lesson;
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throw Error(kBrokenEnvironment,
                    "cannot make " + folder.string() + ": " + failed.message() + ".");
    }
    // Two runners may build the same demo: each writes a file of its own, and the last one stays.
    const fs::path program = folder / demo.name;
    const fs::path fresh = program.string() + "." + std::to_string(::getpid());
    ProcessSpec spec;
    spec.argv = toolchain.compile_demo(course.root, demo, "exercises", fresh);
    const ProcessEnd end = run(spec);
    if (end.succeeded()) fs::rename(fresh, program, failed);
    if (!end.succeeded() || failed) {
        std::error_code ignored;
        fs::remove(fresh, ignored);
        throw Error(end.succeeded() ? kBrokenEnvironment : kNotPassed,
                    "the demo " + demo.lesson + "/" + demo.name + " cannot be built.\n" +
                        end.output + failed.message());
    }
    return program;
}

}  // namespace course
