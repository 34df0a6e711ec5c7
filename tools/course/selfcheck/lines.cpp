#include "course/selfcheck/lines.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace course::checking {

namespace fs = std::filesystem;

std::string indented(std::string_view text) {
    std::string result;
    for (const auto& line : lines_of(text)) result += "    " + line + '\n';
    return result;
}

std::vector<std::string> dedented(std::vector<std::string> lines) {
    auto shared = std::string::npos;
    for (const auto& line : lines) shared = std::min(shared, line.find_first_not_of(' '));
    for (auto& line : lines) line.erase(0, std::min(shared, line.size()));
    return lines;
}

std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& came) {
    auto shown = [](const std::vector<std::string>& lines, std::size_t i) {
        return i < lines.size() ? "`" + lines[i] + "`" : std::string("the end");
    };
    for (std::size_t i = 0; i < std::max(expected.size(), came.size()); ++i) {
        if (i < expected.size() && i < came.size() && expected[i] == came[i]) continue;
        return "line " + std::to_string(i + 1) + ": expected " + shown(expected, i) + ", came " +
               shown(came, i);
    }
    return {};
}

std::vector<fs::path> files_below(const fs::path& folder,
                                  const std::vector<std::string>& extensions) {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        auto extension = entry.path().extension().string();
        bool wanted =
            extensions.empty() || std::ranges::find(extensions, extension) != extensions.end();
        if (wanted && entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace course::checking
