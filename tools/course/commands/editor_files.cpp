#include "course/commands/editor_files.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

constexpr std::string_view kMark = "# Written by the course's runner.";

// Unwritten code is not wrong code: the warnings that a stub cannot avoid stay quiet in files that
// the learner has not reached.
constexpr std::string_view kClangd = R"(
CompileFlags:
  CompilationDatabase: .
Diagnostics:
  UnusedIncludes: None
---
If:
  PathMatch: exercises/.*
CompileFlags:
  Add:
    - -Wno-unused-parameter
    - -Wno-unused-variable
    - -Wno-unused-function
    - -Wno-unused-private-field
    - -Wno-unneeded-internal-declaration
Diagnostics:
  ClangTidy:
    Remove: "*"
)";

class Database {
  public:
    explicit Database(const Course& course) : root_(course.root) {}

    // `tree`: which library the file sees.
    void add(const std::string& file, const std::string& tree) {
        std::error_code ignored;
        if (!fs::exists(root_ / file, ignored) || !seen_.insert(file).second) return;
        // "c++2b" is C++23 for every compiler, also for a clangd that is older than that name.
        std::vector<std::string> arguments = {"c++", "-std=c++2b"};
        if (file.ends_with(".hpp")) arguments.insert(arguments.end(), {"-x", "c++-header"});
        for (const std::string& folder : {tree, std::string("tests")}) {
            arguments.insert(arguments.end(), {"-I", (root_ / folder).string()});
        }
        arguments.insert(arguments.end(), {"-Wall", "-Wextra", "-c", (root_ / file).string()});
        entries_.push_back({{"directory", root_.string()},
                            {"file", (root_ / file).string()},
                            {"arguments", std::move(arguments)}});
    }

    std::string text() const {
        return entries_.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
               "\n";
    }

  private:
    const fs::path& root_;
    std::set<std::string> seen_;
    nlohmann::ordered_json entries_ = nlohmann::ordered_json::array();
};

std::string database_of(const Course& course) {
    Database database(course);
    for (const auto& lesson : course.lessons) {
        for (const auto& exercise : lesson.exercises) {
            for (const auto& file : exercise.files) {
                if (exercise.is_about_a_program()) continue;
                database.add("exercises/" + file, "exercises");
                database.add("solutions/" + file, "solutions");
            }
            if (exercise.is_about_a_program())
                database.add("exercises/" + exercise.program, "exercises");
            database.add(exercise.test_source().string(), "exercises");
            database.add(exercise.refusals_source().string(), "exercises");
        }
        for (const auto& demo : lesson.demos) {
            database.add("lessons/" + lesson.id + "/demos/" + demo.name + ".cpp", "exercises");
        }
    }
    return database.text();
}

}  // namespace

void write_editor_files(const Course& course) {
    write_file_if_changed(course.root / "compile_commands.json", database_of(course));
    const fs::path clangd = course.root / ".clangd";
    const auto theirs = read_file_if_present(clangd);
    if (!theirs || theirs->starts_with(kMark)) {
        write_file_if_changed(clangd, std::string(kMark) + std::string(kClangd));
    }
}

}  // namespace course
