// A file without a place on any disk, for what processes hand to each other.
#pragma once

#include <string>
#include <string_view>

#include "system/descriptor.hpp"

namespace sys {

class MemoryFile {
  public:
    // Throws Error(kBrokenEnvironment).
    explicit MemoryFile(std::string_view text = {});

    // Closed in a program that is started, unless it is told to inherit it.
    int fd() const { return file_.get(); }
    // All that is in it.
    std::string text() const;

  private:
    Descriptor file_;
};

}  // namespace sys
