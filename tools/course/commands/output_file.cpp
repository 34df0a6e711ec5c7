#include "course/commands/output_file.hpp"

#include <filesystem>

#include "system/error.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

[[noreturn]] void refuse(std::string_view option, const std::string& why) {
    throw Error(kBadUsage, std::string(option) + ": " + why);
}

}  // namespace

void need_place(std::string_view option, const std::string& place) {
    if (place.empty() || place == "-") return;
    std::error_code error;
    const auto there = fs::status(place, error).type();
    if (there == fs::file_type::directory) {
        refuse(option, place + " is a folder; expected a file or -.");
    }
    if (there == fs::file_type::none) refuse(option, place + ": " + error.message() + ".");
    const fs::path folder = fs::path(place).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error)) {
        refuse(option, "there is no folder " + folder.string() + " to write to.");
    }
}

}  // namespace course
