// A folder that lives as long as the object.
#pragma once

#include <filesystem>
#include <string>

namespace sys {

class TemporaryFolder {
  public:
    // Its name begins with `prefix`. Throws Error(kBrokenEnvironment).
    explicit TemporaryFolder(const std::string& prefix);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace sys
