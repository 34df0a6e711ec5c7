#include "course/grading/workspace.hpp"

#include <unistd.h>

#include <algorithm>
#include <functional>

#include "system/error.hpp"
#include "system/file_lock.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

// One folder for each thing that is graded: two courses that are graded at the same time do not
// wait for each other, and a compiler cache sees the same paths again.
std::string label(const Course& course, const GradeRequest& request) {
    const bool own = request.from == GradeRequest::From::exercises;
    // Short, because more is added, and file systems end names at 255 bytes.
    const std::string name = request.from == GradeRequest::From::submission
                                 ? request.submission.stem().string().substr(0, 60)
                             : own ? "exercises"
                                   : "solutions";
    std::string place = course.root;
    if (!request.submission.empty()) place += fs::absolute(request.submission);
    const std::string label =
        name + "-" + std::to_string(std::hash<std::string>{}(place) % 1000000);
    return request.own_folder ? label + "." + std::to_string(getpid()) : label;
}

// Folders that a runner had for itself, and was killed before it removed them: nobody holds their
// locks. Their names end with a dot and the number of a process.
void remove_abandoned(const fs::path& folder) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const std::string end = entry.path().extension();
        if (end.size() < 2 || end.find_first_not_of("0123456789", 1) != end.npos) continue;
        const FileLock lock = FileLock::if_free(entry.path() / ".lock");
        if (lock.held()) fs::remove_all(entry.path(), none);
    }
}

bool is_folder(const fs::path& path) {
    std::error_code none;
    return fs::is_directory(path, none);
}

std::string readable_source(const fs::path& file, const std::string& known_as) {
    std::error_code error;
    const auto type = fs::status(file, error).type();
    if (type == fs::file_type::not_found) throw Error(kBadUsage, known_as + " does not exist.");
    if (type == fs::file_type::none)
        throw Error(kBadUsage, known_as + " cannot be read: " + error.message() + ".");
    if (type != fs::file_type::regular)
        throw Error(kBadUsage, known_as + " is not a regular file.");
    if (access(file.c_str(), R_OK) != 0) throw Error(kBadUsage, known_as + " cannot be read.");
    const auto size = fs::file_size(file, error);
    if (!error && size > (4u << 20))
        throw Error(kBadUsage, known_as + " is larger than 4 MiB, which no source file is.");
    std::string text = read_file(file);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(kBadUsage, known_as + " is empty.");
    if (text.find('\0') != std::string::npos)
        throw Error(kBadUsage, known_as + " is not text; a C++ source file was expected.");
    return text;
}

}  // namespace

Workspace::Workspace(const Course& course, const Exercise& exercise, const GradeRequest& request,
                     const fs::path& build)
    : course_(course),
      exercise_(exercise),
      request_(request),
      folder_(build / "work" / exercise.lesson / exercise.name / label(course, request)) {
    std::error_code error;
    if (request.own_folder) remove_abandoned(folder_.parent_path());
    fs::create_directories(folder_, error);
    if (!error) lock_ = FileLock(folder_ / ".lock");
    if (!lock_.held())
        throw Error(kBrokenEnvironment, "Cannot write below " + folder_.string() +
                                            "; is the disk full, or the folder read-only?");
    fs::remove_all(tree());
    copy_program();
    if (request.from == GradeRequest::From::submission) {
        copy_library("solutions");
        if (is_folder(request.submission))
            copy_submitted_folder();
        else
            copy_submitted_file();
    } else {
        const std::string from =
            request.from == GradeRequest::From::exercises ? "exercises" : "solutions";
        copy_library(from);
        for (const std::string& file : exercise.files)
            copy(course.root / from / file, file, from + "/" + file);
    }
}

Workspace::~Workspace() {
    if (request_.own_folder) {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
}

fs::path Workspace::program(EngineKind engine) const {
    return folder_ / to_string(engine) / "test";
}

void Workspace::copy(const fs::path& from, const std::string& name, const std::string& known_as) {
    keep(name, readable_source(from, known_as), known_as);
}

void Workspace::keep(const std::string& name, const std::string& text,
                     const std::string& known_as) {
    write_file(tree() / name, text);
    known_as_[(tree() / name).string()] = known_as;
}

void Workspace::copy_library(const std::string& from) {
    auto is_graded = [&](const std::string& name) {
        return std::ranges::find(exercise_.files, name) != exercise_.files.end();
    };
    for (const auto& entry : fs::directory_iterator(course_.root / from / "fearless")) {
        std::string name = "fearless/" + entry.path().filename().string();
        if (entry.path().extension() == ".hpp" && !is_graded(name))
            keep(name, read_file(entry.path()), from + "/" + name);
    }
}

// The reference's copy decides, as a test does; the learner has the same one to look at.
void Workspace::copy_program() {
    if (!exercise_.is_about_a_program()) return;
    keep(exercise_.program, read_file(course_.root / "solutions" / exercise_.program),
         "exercises/" + exercise_.program);
}

void Workspace::copy_submitted_file() {
    if (exercise_.files.size() != 1)
        throw Error(kBadUsage, exercise_.id() + " has several files; --submission takes a folder " +
                                   "laid out like exercises/.");
    const std::string& file = exercise_.files[0];
    const std::string known_as = request_.submission.string();
    const Source submission{known_as, readable_source(request_.submission, known_as)};
    const auto solution = [&] {
        return Source{"solutions/" + file, read_file(course_.root / "solutions" / file)};
    };
    if (exercise_.is_about_a_program())
        check_regions(submission, solution());
    else if (!request_.whole_files && is_overlay(submission.text))
        return keep_laid(file, submission, solution());
    keep(file, submission.text, known_as);
}

// The overlay itself stands beside the tree: compilers print lines of the files that they name.
void Workspace::keep_laid(const std::string& file, const Source& overlay, const Source& solution) {
    overlay_ = folder_ / "overlay" / request_.submission.filename();
    write_file(overlay_, overlay.text);
    known_as_[overlay_] = overlay.name;
    keep(file, text_with_places(lay_over(overlay, solution), overlay_, tree() / file),
         solution.name);
}

// A folder laid out like exercises/, or a whole clone of the course that has one.
void Workspace::copy_submitted_folder() {
    fs::path folder = request_.submission;
    if (is_folder(folder / "exercises")) folder /= "exercises";
    for (const std::string& file : exercise_.files)
        copy(folder / file, file, (folder / file).string());
    for (const char* ours : {"tests", "solutions"}) {
        compare_with_ours(request_.submission, ours);
        if (folder != request_.submission) compare_with_ours(folder, ours);
    }
}

void Workspace::compare_with_ours(const fs::path& theirs, const std::string& subfolder) {
    if (!is_folder(theirs / subfolder)) return;
    for (const auto& entry : fs::recursive_directory_iterator(theirs / subfolder)) {
        std::error_code none;
        if (!entry.is_regular_file(none)) continue;
        fs::path name = entry.path().lexically_relative(theirs);
        auto ours = read_file_if_present(course_.root / name);
        if (ours && *ours != read_file(entry.path())) tampered_.push_back(entry.path().string());
    }
    std::ranges::sort(tampered_);
}

std::string Workspace::with_known_paths(std::string text) const {
    auto replace_all = [&](const std::string& from, const std::string& to) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    };
    for (const auto& [copied, known] : known_as_) replace_all(copied, known);
    replace_all(course_.root.string() + "/", "");
    return text;
}

std::optional<std::string> Workspace::known_path(const std::string& copied) const {
    auto found = known_as_.find(fs::path(copied).lexically_normal().string());
    if (found == known_as_.end()) return {};
    return found->second;
}

std::optional<std::string> Workspace::learners_file(const std::string& copied) const {
    const std::string path = fs::path(copied).lexically_normal();
    for (const std::string& file : learners_files())
        if (file == path) return known_path(path);
    return {};
}

std::string Workspace::submitted(const std::string& file) const {
    return known_as_.at(overlay_.empty() ? (tree() / file).string() : overlay_);
}

std::vector<std::string> Workspace::learners_files() const {
    std::vector<std::string> files;
    for (const std::string& file : exercise_.files) files.push_back(tree() / file);
    if (!overlay_.empty()) files.push_back(overlay_);
    return files;
}

}  // namespace course
