// A submission that says only what is different: a comment, the regions of the solution that it
// changes, and what it includes besides.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace course {

// Whether the text is one: it marks a region, and outside of its regions there are only comments
// that begin with `//`, blank lines and includes. A header of its own says `#pragma once`.
bool is_overlay(std::string_view text);

struct Source {
    std::string name;  // as messages call it
    std::string text;
};

struct LaidLine {
    std::string text;
    bool of_overlay;
    std::size_t number;  // in the overlay or in the solution, counted from 1
};

// The solution with the overlay's regions in the places of its own, and the overlay's includes
// before its own. Throws Error(kBadUsage) for a region that the solution does not have, that is
// there twice or that is never closed.
std::vector<LaidLine> lay_over(const Source& overlay, const Source& solution);

std::string laid_text(const std::vector<LaidLine>& lines);

// The same with `#line` wherever the next line comes from another place, so that whatever a
// compiler says or writes down names the file and the line that a person can look at.
std::string text_with_places(const std::vector<LaidLine>& lines, const std::string& overlay_path,
                             const std::string& solution_path);

// The regions of an answer, which is a whole text of its own, are those that the solution has;
// otherwise as lay_over.
void check_regions(const Source& answer, const Source& solution);

}  // namespace course
