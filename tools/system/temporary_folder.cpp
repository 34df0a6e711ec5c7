#include "system/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "system/error.hpp"

namespace sys {

TemporaryFolder::TemporaryFolder(const std::string& prefix) {
    std::error_code failed;
    const auto place = std::filesystem::temp_directory_path(failed);
    std::string name = ((failed ? "/tmp" : place) / (prefix + "-XXXXXX")).string();
    if (!::mkdtemp(name.data()))
        throw Error(kBrokenEnvironment, "No temporary folder can be made at " + name + ": " +
                                            std::generic_category().message(errno) + ".");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace sys
