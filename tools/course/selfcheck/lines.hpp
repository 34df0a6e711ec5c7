// Text as lines, and folders as files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace course::checking {
// Each line with four spaces before it, and a newline.
std::string indented(std::string_view text);
// Lines without the indentation that all of them share.
std::vector<std::string> dedented(std::vector<std::string> lines);

// "line 3: expected `a`, came `b`"; empty if both hold the same lines.
std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& came);

// Regular files below `folder` with one of these extensions (all for none), sorted; none if the
// folder does not exist.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               const std::vector<std::string>& extensions = {});

}  // namespace course::checking
