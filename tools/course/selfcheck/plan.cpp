#include "course/selfcheck/plan.hpp"

#include <algorithm>

#include "course/model/shipped_files.hpp"

namespace course::checking {

namespace fs = std::filesystem;

fs::path scratch_folder(const Plan& plan, const std::string& name) {
    auto folder = plan.scratch / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

fs::path shipped_exercises(const Course& course, const fs::path& scratch) {
    auto exercises = course.exercises();
    auto changed = std::ranges::partition(
        exercises, [&](const Exercise* exercise) { return untouched(course, *exercise); });
    if (changed.empty()) return course.root / "exercises";
    // A course of its own, in which the changed ones are reset.
    Course copy = course;
    copy.root = scratch / "shipped";
    fs::remove_all(copy.root);
    for (const char* part : {"exercises", "tests/checksums.txt", ".course/pristine"}) {
        fs::create_directories((copy.root / part).parent_path());
        if (fs::exists(course.root / part)) {
            fs::copy(course.root / part, copy.root / part, fs::copy_options::recursive);
        }
    }
    for (const auto* exercise : changed) restore_files(copy, *exercise);
    return copy.root / "exercises";
}

std::string shown(const Plan& plan, const fs::path& path) {
    auto relative = path.lexically_relative(plan.course.root);
    return relative.empty() || *relative.begin() == ".." ? path.string() : relative.string();
}

}  // namespace course::checking
