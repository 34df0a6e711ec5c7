// tools/packages.txt: what the course needs from the system, by the names that this system has for
// it. The launcher reads the same list.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace course {

class Packages {
  public:
    // Throws Error(kBrokenEnvironment) if the list cannot be read.
    explicit Packages(const std::filesystem::path& root);

    // What to type here to get the packages that Debian calls so, with whatever comes along.
    std::string cure(const std::vector<std::string>& debian_names) const;

    // Those whose proof is a header, by their Debian names, and those of them that are missing.
    std::vector<std::string> libraries() const;
    std::vector<std::string> missing_libraries() const;

  private:
    struct Row {
        std::vector<std::string> names;  // one a system, in the order of the list
        std::string proof;
    };
    std::vector<Row> rows_;
};

}  // namespace course
