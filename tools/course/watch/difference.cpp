#include "course/watch/difference.hpp"

#include <algorithm>

namespace course {

using Side = DifferenceLine::Side;

std::vector<DifferenceLine> difference(const std::vector<std::string>& first,
                                       const std::vector<std::string>& second) {
    // common[i][j]: the length of the longest common part of the lines from i and from j on.
    std::vector common(first.size() + 1, std::vector<unsigned>(second.size() + 1));
    for (std::size_t i = first.size(); i-- > 0;) {
        for (std::size_t j = second.size(); j-- > 0;) {
            common[i][j] = first[i] == second[j] ? common[i + 1][j + 1] + 1
                                                 : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    std::vector<DifferenceLine> lines;
    for (std::size_t i = 0, j = 0; i < first.size() || j < second.size();) {
        if (i < first.size() && j < second.size() && first[i] == second[j]) {
            lines.push_back({Side::both, first[i++]});
            ++j;
        } else if (j == second.size() ||
                   (i < first.size() && common[i + 1][j] >= common[i][j + 1])) {
            lines.push_back({Side::first, first[i++]});
        } else {
            lines.push_back({Side::second, second[j++]});
        }
    }
    return lines;
}

std::vector<DifferenceLine> only_changes(const std::vector<DifferenceLine>& lines,
                                         std::size_t around) {
    std::vector<DifferenceLine> shown;
    bool gap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, around));
        const auto end =
            lines.begin() + static_cast<std::ptrdiff_t>(std::min(i + around + 1, lines.size()));
        const bool near = std::any_of(
            begin, end, [](const DifferenceLine& line) { return line.side != Side::both; });
        if (near && gap && !shown.empty()) shown.push_back({Side::both, "..."});
        if (near) shown.push_back(lines[i]);
        gap = !near;
    }
    return shown;
}

}  // namespace course
