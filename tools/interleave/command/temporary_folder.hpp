// A folder that lives as long as the object.
#pragma once

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include "interleave/command/error.hpp"

namespace interleave::command {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::error_code failed;
        const auto place = std::filesystem::temp_directory_path(failed);
        std::string name = ((failed ? "/tmp" : place) / "interleave-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw Error(kCannotBuild, "No temporary folder can be made at " + name + ": " +
                                          std::strerror(errno) + ".");
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace interleave::command
