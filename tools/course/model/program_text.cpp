#include "course/model/program_text.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace course {

using namespace text;

std::string_view region_marker(std::string_view line) {
    constexpr std::string_view name_letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    line = trimmed(line);
    const std::size_t begin = line.starts_with("// [") ? 4 : line.starts_with("# [") ? 3 : 0;
    if (begin == 0 || !line.ends_with(']')) return {};
    const std::string_view name = line.substr(begin, line.size() - begin - 1);
    return name.find_first_not_of(name_letters) == name.npos ? name : std::string_view{};
}

std::vector<std::string> program_lines(std::string_view source) {
    std::vector<std::string> lines = lines_of(source);
    const auto says_little = [](const std::string& line) {
        return line.empty() || line.starts_with("//") || line.starts_with("#include");
    };
    lines.erase(lines.begin(), std::ranges::find_if_not(lines, says_little));
    std::erase_if(lines, [](const std::string& line) { return !region_marker(line).empty(); });
    return lines;
}

}  // namespace course
