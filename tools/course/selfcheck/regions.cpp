#include "regions.hpp"

#include <algorithm>

#include "../text.hpp"
#include "lines.hpp"

namespace course::checking {
namespace {

// The name in a marker line, empty for any other line.
std::string_view marker(std::string_view line) {
    constexpr std::string_view name_letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    line = trimmed(line);
    const std::size_t begin = line.starts_with("// [") ? 4 : line.starts_with("# [") ? 3 : 0;
    if (begin == 0 || !line.ends_with(']')) return {};
    auto name = line.substr(begin, line.size() - begin - 1);
    return name.find_first_not_of(name_letters) == name.npos ? name : std::string_view{};
}

}  // namespace

Regions regions_of(std::string_view source) {
    Regions regions;
    std::vector<std::string> open;
    for (const auto& line : lines_of(source)) {
        std::string name(marker(line));
        if (name.empty()) {
            if (open.empty()) regions.outside.push_back(line);
            for (const auto& region : open) regions.inside[region].push_back(line);
            continue;
        }
        bool outermost = open.empty();
        if (!open.empty() && open.back() == name) {
            open.pop_back();
        } else if (std::ranges::find(open, name) != open.end()) {
            regions.faults.push_back("region [" + name + "] is closed inside [" + open.back() +
                                     "]");
            std::erase(open, name);
            continue;
        } else if (regions.inside.contains(name)) {
            regions.faults.push_back("region [" + name + "] is opened twice");
            open.push_back(name);
        } else {
            regions.inside[name];
            open.push_back(name);
        }
        if (outermost || open.empty()) regions.outside.emplace_back(trimmed(line));
    }
    for (const auto& name : open) regions.faults.push_back("region [" + name + "] is never closed");
    for (auto& [name, lines] : regions.inside) lines = dedented(std::move(lines));
    return regions;
}

}  // namespace course::checking
