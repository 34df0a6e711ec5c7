// Tells when one of a few files was saved.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace course {

// The kernel's notices where they arrive, a look every 100 ms where they do not: on mounted
// folders, without inotify, after a folder was replaced, and with COURSE_POLL=1.
class FileWatcher {
  public:
    FileWatcher();
    ~FileWatcher();
    FileWatcher(const FileWatcher&) = delete;
    FileWatcher& operator=(const FileWatcher&) = delete;

    // From now on these files, and no others. They need not exist yet.
    void watch(const std::vector<std::filesystem::path>& files);

    // Readable when saved() is to be called.
    int fd() const { return events_; }

    // True once for each save. The several writes and renames of one save, at most a few
    // milliseconds apart, count as one.
    bool saved();

  private:
    bool add_folders();
    void poll_instead();
    bool take_notices();
    bool look();
    void set_timer(int milliseconds, bool again);

    int events_ = -1;  // an epoll of the two below
    int notify_ = -1;  // inotify; -1 when polling
    int timer_ = -1;   // the end of a save, or the next look
    std::set<std::filesystem::path> files_;
    std::map<int, std::filesystem::path> folders_;         // by inotify's number
    std::map<std::filesystem::path, std::string> stamps_;  // what the last look saw
};

}  // namespace course
