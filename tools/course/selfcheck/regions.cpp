#include "course/selfcheck/regions.hpp"

#include <algorithm>

#include "course/model/program_text.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace text;

Regions regions_of(std::string_view source) {
    Regions regions;
    std::vector<std::string> open;
    for (const auto& line : lines_of(source)) {
        std::string name(region_marker(line));
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
