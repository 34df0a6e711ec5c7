// Two versions of a file, line by line.
#pragma once

#include <string>
#include <vector>

namespace course {

struct DifferenceLine {
    enum class Side { both, first, second } side;
    std::string text;
};

// A shortest way from `first` to `second`; of equal ways, the one that removes before it adds.
std::vector<DifferenceLine> difference(const std::vector<std::string>& first,
                                       const std::vector<std::string>& second);

// Only the lines that differ and `around` lines before and after; a line "..." stands for a gap.
// Empty if nothing differs.
std::vector<DifferenceLine> only_changes(const std::vector<DifferenceLine>& lines,
                                         std::size_t around);

}  // namespace course
