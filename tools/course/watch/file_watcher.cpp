#include "course/watch/file_watcher.hpp"

#include <sys/stat.h>

namespace fs = std::filesystem;

namespace course {

namespace {

constexpr int kLookMs = 50;
constexpr int kSettleMs = 20;  // silence after which a save is complete

}  // namespace

void FileWatcher::watch(const std::vector<fs::path>& files) {
    seen_.clear();
    changing_ = false;
    for (const fs::path& file : files) seen_[file] = stamp_of(file);
}

int FileWatcher::patience() const {
    return changing_ ? kSettleMs : kLookMs;
}

bool FileWatcher::saved() {
    const bool changed_before = changing_;
    changing_ = false;
    for (auto& [file, last] : seen_) {
        const Stamp now = stamp_of(file);
        // One that is gone comes back, or has been renamed on purpose.
        changing_ = changing_ || (now != last && now);
        last = now;
    }
    return changed_before && !changing_;
}

FileWatcher::Stamp FileWatcher::stamp_of(const fs::path& file) {
    struct stat about{};
    if (stat(file.c_str(), &about) != 0) return {};
    return std::array{about.st_mtim.tv_sec, about.st_mtim.tv_nsec, static_cast<long>(about.st_size),
                      static_cast<long>(about.st_ino), static_cast<long>(about.st_dev)};
}

}  // namespace course
