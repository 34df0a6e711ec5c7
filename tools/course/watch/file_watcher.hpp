// Tells when one of a few files was saved.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace course {

// By looking at them twenty times a second, which notices a save on every file system: the kernel's
// notices do not come from folders that are mounted from elsewhere.
class FileWatcher {
  public:
    // From now on these files, and no others. They need not exist yet.
    void watch(const std::vector<std::filesystem::path>& files);

    // Milliseconds until saved() is to be called again.
    int patience() const;

    // True once for each save. The several writes and renames of one save, at most a few
    // milliseconds apart, count as one.
    bool saved();

  private:
    // Changes with every save: time, size and inode. Nothing for a file that is not there.
    using Stamp = std::optional<std::array<long, 5>>;
    static Stamp stamp_of(const std::filesystem::path& file);

    std::map<std::filesystem::path, Stamp> seen_;  // by the last look
    bool changing_ = false;                        // the last look saw a change
};

}  // namespace course
