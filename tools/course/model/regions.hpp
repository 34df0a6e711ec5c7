// The marked regions of a source file: `// [name]`, in a text `# [name]`, on a line of its own
// opens one, the same line closes it. Regions may nest.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace course {

struct Regions {
    // Of the lines with the two markers, counted from 0.
    struct Place {
        std::size_t open, close;
    };

    // By name: the lines between the markers, dedented, inner markers left out.
    std::map<std::string, std::vector<std::string>> inside;
    // What is in no region, with the markers themselves.
    std::vector<std::string> outside;
    // By name: where it stands in the source. One that is never closed has none.
    std::map<std::string, Place> places;
    // Regions that are never closed, overlap or share a name.
    std::vector<std::string> faults;
};

Regions regions_of(std::string_view source);

}  // namespace course
