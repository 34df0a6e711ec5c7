#include "system/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>

namespace sys {

FileLock::FileLock(const std::filesystem::path& file)
    : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    while (file_ && ::flock(file_.get(), LOCK_EX) != 0 && errno == EINTR) {
    }
}

FileLock FileLock::if_free(const std::filesystem::path& file) {
    FileLock lock;
    lock.file_ = Descriptor(::open(file.c_str(), O_RDWR | O_CLOEXEC));
    if (lock.file_ && ::flock(lock.file_.get(), LOCK_EX | LOCK_NB) != 0) lock.file_.close_now();
    return lock;
}

}  // namespace sys
