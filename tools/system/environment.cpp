#include "system/environment.hpp"

#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace sys {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::optional<std::filesystem::path> find_program(const std::string& name) {
    if (name.find('/') != name.npos) return name;
    const std::string path = variable("PATH");
    std::istringstream folders(path.empty() ? "/usr/local/bin:/usr/bin:/bin" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto program = std::filesystem::path(folder.empty() ? "." : folder) / name;
        if (::access(program.c_str(), X_OK) == 0 && !std::filesystem::is_directory(program))
            return program;
    }
    return std::nullopt;
}

}  // namespace sys
