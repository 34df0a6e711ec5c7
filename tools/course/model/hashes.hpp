// SHA-256 of files.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace course {

// Of each of the `files` below `root`, named relative to it; those that cannot be read are left
// out. A file that did not change since an earlier call is not read again. Thread-safe.
// Throws Error(kBrokenEnvironment).
std::map<std::string, std::string> hashes_of(const std::filesystem::path& root,
                                             std::span<const std::string> files);

std::string hash_of_text(const std::string& text);

}  // namespace course
