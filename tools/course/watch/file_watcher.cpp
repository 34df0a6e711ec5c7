#include "course/watch/file_watcher.hpp"

#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "system/error.hpp"

namespace course {

using namespace sys;

namespace {

namespace fs = std::filesystem;

constexpr int kSettleMs = 20;  // silence after which a save is complete
constexpr int kLookMs = 100;

// File systems whose files change without this kernel's knowledge.
constexpr std::array<std::uint32_t, 10> kForeign{
    0x01021997,  // 9p, and Windows drives under WSL 2
    0x53464846,  // Windows drives under WSL 1
    0x65735546,  // FUSE, and virtiofs
    0x6969,      // NFS
    0x517B,      // SMB
    0xFF534D42,  // CIFS
    0xFE534D42,  // SMB 2
    0x786F4256,  // VirtualBox shared folders
    0xBACBACBC,  // VMware shared folders
    0x73757245,  // Coda
};

bool notices_arrive(const fs::path& folder) {
    struct statfs about{};
    if (statfs(folder.c_str(), &about) != 0) return false;
    return std::ranges::find(kForeign, static_cast<std::uint32_t>(about.f_type)) == kForeign.end();
}

// Changes with every save: time, size and inode of the file.
std::string stamp(const fs::path& file) {
    struct stat about{};
    if (stat(file.c_str(), &about) != 0) return "absent";
    return std::to_string(about.st_mtim.tv_sec) + "." + std::to_string(about.st_mtim.tv_nsec) +
           "/" + std::to_string(about.st_size) + "/" + std::to_string(about.st_ino);
}

void drain(int fd) {
    std::uint64_t expirations;
    [[maybe_unused]] const ssize_t count = read(fd, &expirations, sizeof expirations);
}

}  // namespace

FileWatcher::FileWatcher()
    : events_(epoll_create1(EPOLL_CLOEXEC)),
      timer_(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) {
    epoll_event readable{EPOLLIN, {}};
    if (events_ < 0 || timer_ < 0 || epoll_ctl(events_, EPOLL_CTL_ADD, timer_, &readable) != 0) {
        throw Error(kBrokenEnvironment, "The system has no descriptors left to watch files with.");
    }
}

FileWatcher::~FileWatcher() {
    for (const int fd : {notify_, timer_, events_}) {
        if (fd >= 0) close(fd);
    }
}

void FileWatcher::watch(const std::vector<fs::path>& files) {
    files_.clear();
    stamps_.clear();
    for (const fs::path& file : files) {
        files_.insert(file);
        // A link is saved where it points to.
        std::error_code none;
        const fs::path real = fs::canonical(file, none);
        if (!none) files_.insert(real);
    }
    if (notify_ >= 0) close(notify_);
    folders_.clear();
    set_timer(0, false);
    notify_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    const char* poll = std::getenv("COURSE_POLL");
    if (notify_ < 0 || (poll && std::string(poll) == "1") || !add_folders()) poll_instead();
}

bool FileWatcher::add_folders() {
    // Folders, not files: many editors save by renaming a new file into the place of the old one.
    for (const fs::path& file : files_) {
        const fs::path folder = file.parent_path();
        const int number = inotify_add_watch(
            notify_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVE_SELF);
        if (number < 0 || !notices_arrive(folder)) return false;
        folders_[number] = folder;
    }
    epoll_event readable{EPOLLIN, {}};
    return epoll_ctl(events_, EPOLL_CTL_ADD, notify_, &readable) == 0;
}

void FileWatcher::poll_instead() {
    if (notify_ >= 0) close(notify_);
    notify_ = -1;
    for (const fs::path& file : files_) stamps_.try_emplace(file, stamp(file));
    set_timer(kLookMs, true);
}

bool FileWatcher::saved() {
    if (notify_ < 0) {
        drain(timer_);
        return look();
    }
    if (take_notices()) {
        set_timer(kSettleMs, false);
        return false;
    }
    std::uint64_t expirations = 0;
    return notify_ >= 0 && read(timer_, &expirations, sizeof expirations) > 0;
}

// True if a notice is about one of the files.
bool FileWatcher::take_notices() {
    alignas(inotify_event) char buffer[16 * 1024];
    bool ours = false;
    const ssize_t count = read(notify_, buffer, sizeof buffer);
    for (ssize_t at = 0; at < count;) {
        const auto* notice = reinterpret_cast<const inotify_event*>(buffer + at);
        at += static_cast<ssize_t>(sizeof(inotify_event) + notice->len);
        if (notice->mask & (IN_IGNORED | IN_MOVE_SELF | IN_UNMOUNT)) {
            // The folder itself is gone, perhaps replaced. What is there now counts as a save.
            poll_instead();
            for (auto& [file, last] : stamps_) last.clear();
            return false;
        }
        ours = ours || notice->mask & IN_Q_OVERFLOW ||
               (notice->len > 0 && files_.contains(folders_[notice->wd] / notice->name));
    }
    return ours;
}

bool FileWatcher::look() {
    bool changed = false;
    for (auto& [file, last] : stamps_) {
        std::string now = stamp(file);
        changed = changed || (now != last && now != "absent");
        last = std::move(now);
    }
    return changed;
}

void FileWatcher::set_timer(int milliseconds, bool again) {
    itimerspec when{};
    when.it_value.tv_nsec = milliseconds * 1'000'000L;
    if (again) when.it_interval = when.it_value;
    drain(timer_);
    timerfd_settime(timer_, 0, &when, nullptr);
}

}  // namespace course
