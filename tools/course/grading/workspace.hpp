// The folder in which one submission is graded: copies, so that nothing changes while it runs.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "course/grading/grader.hpp"
#include "course/grading/overlay.hpp"
#include "course/model/manifest.hpp"
#include "system/file_lock.hpp"

namespace course {

class Workspace {
  public:
    // Copies what the request names into a folder below `build`, which stays locked while the
    // object lives. Throws Error(kBadUsage) for a submission that is missing, empty, binary or
    // cannot be read.
    Workspace(const Course& course, const Exercise& exercise, const GradeRequest& request,
              const std::filesystem::path& build);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path tree() const { return folder_ / "tree"; }
    // The project's root, which the paths that the learner knows are relative to.
    const std::filesystem::path& root() const { return course_.root; }
    // Where an engine puts its test program; the folder is that engine's alone.
    std::filesystem::path program(EngineKind engine) const;

    // The text with every path of the copies replaced by the path that the learner knows.
    std::string with_known_paths(std::string text) const;
    // The learner's path of a copied file that belongs to the exercise itself; nothing for others.
    std::optional<std::string> learners_file(const std::string& copied) const;
    // All of these copied files: with an overlay, both it and the file that it is laid over.
    std::vector<std::string> learners_files() const;
    // What a verdict on a whole file of the exercise points at, as the learner knows it.
    std::string submitted(const std::string& file) const;
    // The learner's path of any copied file.
    std::optional<std::string> known_path(const std::string& copied) const;

    // Files of a submission that stand in for the project's own, by their path in it.
    const std::vector<std::string>& tampered() const { return tampered_; }

  private:
    void copy(const std::filesystem::path& from, const std::string& name,
              const std::string& known_as);
    void keep(const std::string& name, const std::string& text, const std::string& known_as);
    void copy_library(const std::string& tree);
    void copy_program();
    void copy_submitted_file();
    void copy_submitted_folder();
    void keep_laid(const std::string& file, const Source& overlay, const Source& solution);
    void compare_with_ours(const std::filesystem::path& theirs, const std::string& subfolder);

    const Course& course_;
    const Exercise& exercise_;
    const GradeRequest& request_;
    std::filesystem::path folder_;
    sys::FileLock lock_;
    std::string overlay_;                          // the copy of a submission that is one
    std::map<std::string, std::string> known_as_;  // copied path -> the learner's
    std::vector<std::string> tampered_;
};

}  // namespace course
