// Files, read and written so that a full disk or a read-only folder costs nobody anything.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sys {

// The whole file. Throws Error(kBrokenEnvironment) if it cannot be read.
std::string read_file(const std::filesystem::path& file);

// The whole file, or nothing if there is none. Throws like read_file for one that is there.
std::optional<std::string> read_file_if_present(const std::filesystem::path& file);

// Puts `text` into the file, making the folders above it. It is written beside its place, synced
// and renamed: whoever looks sees the old file or the new one, and if anything fails the old one
// is still there. A device or a pipe is written as it is.
// Throws Error(kBrokenEnvironment).
void write_file(const std::filesystem::path& file, std::string_view text);

// The same, and nothing if the text is already there.
void write_file_if_changed(const std::filesystem::path& file, std::string_view text);

// Regular files below `folder` with one of these extensions (all for none), sorted; none if the
// folder does not exist.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               const std::vector<std::string>& extensions = {});

}  // namespace sys
