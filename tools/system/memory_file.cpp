#include "system/memory_file.hpp"

#include <sys/mman.h>

#include <algorithm>

#include "system/error.hpp"

namespace sys {

MemoryFile::MemoryFile(std::string_view text) : file_(::memfd_create("text", MFD_CLOEXEC)) {
    bool whole = static_cast<bool>(file_);
    while (whole && !text.empty()) {
        const ssize_t written = ::write(file_.get(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        whole = written > 0;
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(0, written)));
    }
    if (!whole) throw Error(kBrokenEnvironment, "No memory can be shared with a program.");
    ::lseek(file_.get(), 0, SEEK_SET);
}

std::string MemoryFile::text() const {
    const off_t size = ::lseek(file_.get(), 0, SEEK_END);
    std::string all(static_cast<std::size_t>(std::max<off_t>(0, size)), '\0');
    std::size_t done = 0;
    while (done < all.size()) {
        const ssize_t got =
            ::pread(file_.get(), all.data() + done, all.size() - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    all.resize(done);
    return all;
}

}  // namespace sys
