#include "course/model/shipped_files.hpp"

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>
#include <system_error>

#include "course/model/record.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/process.hpp"
#include "system/sha256.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

std::vector<std::string> own_files(const Exercise& exercise) {
    std::vector<std::string> files;
    for (const auto& file : exercise.files) files.push_back("exercises/" + file);
    if (exercise.is_about_a_program()) files.push_back("exercises/" + exercise.program);
    return files;
}

fs::path pristine_folder(const Course& course) {
    return course.root / ".course" / "pristine";
}

// Where the shipped text of an exercise file is kept: under its hash where that is on record,
// else under its name.
fs::path pristine_file(const Course& course, const std::optional<Hashes>& record,
                       const std::string& file) {
    if (record && record->contains(file)) return pristine_folder(course) / record->at(file);
    return pristine_folder(course) / "by-name" / file;
}

// Beside a record, a file that is not on it is new, and shipped as it is. Without a record, a file
// counts as shipped while nothing older is known of it.
bool is_shipped(const Course& course, const std::optional<Hashes>& record, const Hashes& now,
                const std::string& file) {
    const auto hash = now.find(file);
    if (hash == now.end()) return false;
    if (record) return !record->contains(file) || record->at(file) == hash->second;
    const auto kept = read_file_if_present(pristine_file(course, record, file));
    return !kept || *kept == read_file_if_present(course.root / file);
}

// Best effort: where nothing can be kept, git's history is still there to reset from.
void keep(const Course& course, const std::optional<Hashes>& record, const Hashes& now,
          const std::string& file) {
    const fs::path kept = pristine_file(course, record, file);
    std::error_code ignored;
    if (fs::exists(kept, ignored) || !is_shipped(course, record, now, file)) return;
    try {
        write_file(kept, read_file(course.root / file));
    } catch (const Error&) {
    }
}

std::string git(const Course& course, std::vector<std::string> words) {
    ProcessSpec spec;
    spec.argv = {"git", "-C", course.root.string()};
    std::ranges::move(words, std::back_inserter(spec.argv));
    try {
        const ProcessEnd end = run(spec);
        return end.succeeded() ? end.output : "";
    } catch (const Error&) {
        return "";  // no git on this machine
    }
}

std::optional<std::string> text_from_history(const Course& course, const std::string& file,
                                             const std::string& hash) {
    for (const auto& commit : lines_of(git(course, {"log", "--format=%H", "--", file}))) {
        const std::string text = git(course, {"show", commit + ":./" + file});
        if (!text.empty() && sha256(text) == hash) return text;
    }
    return std::nullopt;
}

std::string shipped_text(const Course& course, const std::optional<Hashes>& record,
                         const std::string& file) {
    const auto kept = read_file_if_present(pristine_file(course, record, file));
    const bool on_record = record && record->contains(file);
    if (kept && (!on_record || sha256(*kept) == record->at(file))) return *kept;
    if (on_record) {
        if (auto text = text_from_history(course, file, record->at(file))) return *text;
    }
    throw Error(kBrokenEnvironment, "the shipped text of " + file +
                                        " is not to be found, neither kept below .course/ nor in "
                                        "git's history; nothing was changed.");
}

// A folder of its own for what is replaced now.
fs::path new_kept_folder(const Course& course) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    char stamp[32];
    std::strftime(stamp, sizeof stamp, "%Y-%m-%d_%H%M%S", ::localtime_r(&now, &parts));
    const fs::path kept = course.root / ".course" / "kept";
    fs::path folder = kept / stamp;
    std::error_code failed;
    fs::create_directories(kept, failed);
    for (int i = 2; !failed && !fs::create_directory(folder, failed) && !failed; ++i) {
        folder = kept / (std::string(stamp) + "." + std::to_string(i));
    }
    if (!failed) return folder;
    throw Error(kBrokenEnvironment, "no copy can be kept in " + folder.string() + ": " +
                                        failed.message() + "; nothing was changed.");
}

// The reference of the exercise and of everything that it is built from.
void add_references(const Course& course, const Exercise& exercise,
                    std::vector<std::string>& files) {
    for (const auto& file : exercise.files) {
        const std::string reference = "solutions/" + file;
        if (std::ranges::find(files, reference) == files.end()) files.push_back(reference);
    }
    for (const auto& id : exercise.requires_) add_references(course, course.exercise(id), files);
}

std::vector<std::string> graded_on(const Course& course, const Exercise& exercise,
                                   const Hashes& record) {
    std::vector<std::string> files;
    const auto has = [&](EngineKind kind) {
        return std::ranges::find(exercise.checks, kind) != exercise.checks.end();
    };
    const bool refuses = has(EngineKind::must_not_compile);
    const std::string test = exercise.test_source().string();
    const std::string twin = exercise.refusals_source().string();
    if (!refuses || exercise.checks.size() > 1 || record.contains(test)) files.push_back(test);
    if (refuses || record.contains(twin)) files.push_back(twin);
    if (exercise.is_about_a_program()) files.push_back("exercises/" + exercise.program);
    // What all tests share, and what those of the lesson do.
    const fs::path beside_the_test = exercise.test_source().parent_path();
    for (const auto& [file, hash] : record) {
        const bool of_the_lesson =
            file.ends_with(".hpp") && fs::path(file).parent_path() == beside_the_test;
        if (of_the_lesson || file.starts_with("tests/kit/")) files.push_back(file);
    }
    for (const auto& file : course.lesson(exercise.lesson).given) {
        files.push_back("exercises/" + file);
    }
    add_references(course, exercise, files);
    return files;
}

// An exercise of which no file is on record is new, and still its author's.
bool is_on_record(const Exercise& exercise, const Hashes& record) {
    const auto contains = [&](const std::string& file) { return record.contains(file); };
    return contains(exercise.test_source()) || std::ranges::any_of(own_files(exercise), contains);
}

}  // namespace

fs::path exercise_file(const Course& course, const Exercise& exercise, std::size_t which) {
    return course.root / "exercises" / exercise.files.at(which);
}

void keep_pristine(const Course& course) {
    const auto record = load_record(course.root);
    std::vector<std::string> files;
    std::error_code ignored;
    for (const Exercise* exercise : course.exercises()) {
        for (auto& file : own_files(*exercise)) {
            if (!fs::exists(pristine_file(course, record, file), ignored)) {
                files.push_back(std::move(file));
            }
        }
    }
    if (files.empty()) return;
    const Hashes now = hashes_of(course.root, files);
    for (const auto& file : files) keep(course, record, now, file);
}

bool untouched(const Course& course, const Exercise& exercise) {
    const auto record = load_record(course.root);
    const auto files = own_files(exercise);
    const Hashes now = hashes_of(course.root, files);
    for (const auto& file : files) keep(course, record, now, file);
    return std::ranges::all_of(
        files, [&](const auto& file) { return is_shipped(course, record, now, file); });
}

std::vector<std::string> tampered_files(const Course& course, const Exercise& exercise) {
    const auto record = load_record(course.root);
    std::vector<std::string> tampered;
    if (!record || !is_on_record(exercise, *record)) return tampered;
    const auto files = graded_on(course, exercise, *record);
    const Hashes now = hashes_of(course.root, files);
    for (const auto& file : files) {
        const auto shipped = record->find(file);
        const auto found = now.find(file);
        if (shipped == record->end() || found == now.end() || shipped->second != found->second) {
            tampered.push_back(file);
        }
    }
    return tampered;
}

fs::path keep_copies(const Course& course, const Exercise& exercise) {
    fs::path folder;
    for (const auto& file : own_files(exercise)) {
        const auto text = read_file_if_present(course.root / file);
        if (!text) continue;
        if (folder.empty()) folder = new_kept_folder(course);
        write_file(folder / file, *text);
    }
    return folder;
}

fs::path restore_files(const Course& course, const Exercise& exercise) {
    const auto record = load_record(course.root);
    const auto files = own_files(exercise);
    const Hashes now = hashes_of(course.root, files);
    std::map<std::string, std::string> texts;
    for (const auto& file : files) {
        keep(course, record, now, file);
        texts[file] = shipped_text(course, record, file);
    }
    const fs::path folder = keep_copies(course, exercise);
    for (const auto& [file, text] : texts) write_file_if_changed(course.root / file, text);
    return folder;
}

}  // namespace course
