#include "course/model/paths.hpp"

#include <cstdlib>
#include <optional>

#include "system/error.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

bool holds_a_course(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "lessons", ignored) &&
           fs::is_directory(folder / "exercises", ignored);
}

std::optional<fs::path> nearest_above(fs::path folder) {
    while (!holds_a_course(folder)) {
        if (!folder.has_relative_path()) return std::nullopt;
        folder = folder.parent_path();
    }
    return folder;
}

}  // namespace

fs::path course_root() {
    if (const char* named = std::getenv("COURSE_ROOT"); named && *named) {
        std::error_code failed;
        const fs::path root = fs::canonical(named, failed);
        if (!failed && holds_a_course(root)) return root;
        throw Error(kBrokenEnvironment, "COURSE_ROOT is " + std::string(named) +
                                            ", and there is no lessons/ and exercises/ in it.");
    }
    std::error_code gone;
    const fs::path here = fs::current_path(gone);
    if (!gone) {
        if (auto root = nearest_above(here)) return *root;
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", gone);
    if (!gone) {
        if (auto root = nearest_above(program.parent_path())) return *root;
    }
    throw Error(kBrokenEnvironment,
                "no course here: no folder above this one holds lessons/ and exercises/.");
}

}  // namespace course
