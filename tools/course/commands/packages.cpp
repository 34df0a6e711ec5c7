#include "course/commands/packages.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "system/environment.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;
using namespace text;

namespace {

struct Manager {
    const char* program;
    const char* install;
};

// In the order of the list's columns.
constexpr std::array<Manager, 4> kManagers = {{
    {"apt-get", "apt-get install"},
    {"dnf", "dnf install"},
    {"pacman", "pacman -S --needed"},
    {"zypper", "zypper install"},
}};

constexpr const char* kNothing = "-";
constexpr const char* kWithTheRowAbove = "^";

bool is_header(const std::string& proof) {
    return !proof.starts_with('/') && (proof.ends_with(".h") || proof.ends_with(".hpp"));
}

bool has_header(const std::string& header) {
    return fs::exists("/usr/include/" + header) || fs::exists("/usr/local/include/" + header);
}

}  // namespace

Packages::Packages(const fs::path& root) {
    for (const auto& line : lines_of(read_file(root / "tools/packages.txt"))) {
        std::istringstream columns(line);
        Row row;
        for (std::string name; row.names.size() < kManagers.size() && columns >> name;) {
            row.names.push_back(name);
        }
        if (line.starts_with('#') || !(columns >> row.proof)) continue;
        rows_.push_back(std::move(row));
    }
}

std::string Packages::cure(const std::vector<std::string>& debian_names) const {
    const auto manager = std::ranges::find_if(
        kManagers, [](const Manager& one) { return find_program(one.program).has_value(); });
    const bool known = manager != kManagers.end();
    const auto column = known ? static_cast<std::size_t>(manager - kManagers.begin()) : 0;
    std::vector<std::string> packages;
    bool wanted = false;
    for (const auto& row : rows_) {
        if (row.proof != kWithTheRowAbove) {
            wanted = std::ranges::find(debian_names, row.names[0]) != debian_names.end();
        }
        const std::string& name = row.names[column];
        const bool named = std::ranges::find(packages, name) != packages.end();
        if (wanted && name != kNothing && !named) packages.push_back(name);
    }
    if (!known) return "install what Debian calls " + enumerate(packages, "and");
    std::string command = ::geteuid() == 0 ? "" : "sudo ";
    command += manager->install;
    for (const auto& package : packages) command += " " + package;
    return packages.empty() ? "this system has no package for it" : command;
}

std::vector<std::string> Packages::libraries() const {
    std::vector<std::string> names;
    for (const auto& row : rows_) {
        if (is_header(row.proof)) names.push_back(row.names[0]);
    }
    return names;
}

std::vector<std::string> Packages::missing_libraries() const {
    std::vector<std::string> names;
    for (const auto& row : rows_) {
        if (is_header(row.proof) && !has_header(row.proof)) names.push_back(row.names[0]);
    }
    return names;
}

}  // namespace course
