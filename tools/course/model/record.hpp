// tests/checksums.txt, the record of what is shipped: the SHA-256 of every file below exercises/,
// solutions/, tests/kit/ and the tests of the lessons, in the form of sha256sum. The submissions
// that the tests are tried on are not among them: no learner's verdict rests on one.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace course {

using Hashes = std::map<std::string, std::string>;  // path relative to the root -> SHA-256

std::filesystem::path record_file(const std::filesystem::path& root);

// Nothing if there is no record, as in a course that was made for a test.
std::optional<Hashes> load_record(const std::filesystem::path& root);

// Of these files as they are now; those that cannot be read are left out.
Hashes hashes_of(const std::filesystem::path& root, std::span<const std::string> files);

// What a record of the tree as it is now says. Files that git ignores are not shipped.
Hashes hashes_of_tree(const std::filesystem::path& root);

std::string text_of_record(const Hashes& hashes);

}  // namespace course
