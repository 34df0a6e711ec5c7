#include "course/model/regions.hpp"

#include <algorithm>

#include "course/model/program_text.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

Regions regions_of(std::string_view source) {
    Regions regions;
    std::vector<std::pair<std::string, std::size_t>> open;  // and where it was opened
    const auto name_of = &std::pair<std::string, std::size_t>::first;
    std::size_t number = 0;
    for (const auto& line : lines_of(source)) {
        const std::size_t here = number++;
        std::string name(region_marker(line));
        if (name.empty()) {
            if (open.empty()) regions.outside.push_back(line);
            for (const auto& region : open) regions.inside[region.first].push_back(line);
            continue;
        }
        const bool outermost = open.empty();
        if (!open.empty() && open.back().first == name) {
            regions.places.emplace(name, Regions::Place{open.back().second, here});
            open.pop_back();
        } else if (std::ranges::find(open, name, name_of) != open.end()) {
            regions.faults.push_back("region [" + name + "] is closed inside [" +
                                     open.back().first + "]");
            std::erase_if(open, [&](const auto& region) { return region.first == name; });
            continue;
        } else {
            if (!regions.inside.try_emplace(name).second)
                regions.faults.push_back("region [" + name + "] is opened twice");
            open.emplace_back(name, here);
        }
        if (outermost || open.empty()) regions.outside.emplace_back(trimmed(line));
    }
    for (const auto& region : open)
        regions.faults.push_back("region [" + region.first + "] is never closed");
    for (auto& [name, lines] : regions.inside) lines = dedented(std::move(lines));
    return regions;
}

}  // namespace course
