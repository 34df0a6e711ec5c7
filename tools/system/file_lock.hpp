// A lock between processes.
#pragma once

#include <filesystem>

#include "system/descriptor.hpp"

namespace sys {

// Held from its making to its end, or to the end of the process, however that comes. It is a file
// that nobody reads: one owner at a time, of all that open it.
class FileLock {
  public:
    // Held by nobody.
    FileLock() = default;
    // Waits for the lock. Makes the file where it is missing; without it, the lock is not held.
    explicit FileLock(const std::filesystem::path& file);

    // Takes the lock of a file that is there, if it is free.
    static FileLock if_free(const std::filesystem::path& file);

    bool held() const { return static_cast<bool>(file_); }

  private:
    Descriptor file_;
};

}  // namespace sys
