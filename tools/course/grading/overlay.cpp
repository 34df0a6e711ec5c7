#include "course/grading/overlay.hpp"

#include <algorithm>

#include "course/model/regions.hpp"
#include "system/error.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

bool is_include(std::string_view line) {
    return trimmed(line).starts_with("#include");
}

Regions regions_without_fault(const Source& source) {
    Regions regions = regions_of(source.text);
    if (!regions.faults.empty())
        throw Error(kBadUsage, source.name + ": " + regions.faults.front() + ".");
    return regions;
}

[[noreturn]] void refuse(const Source& overlay, const std::string& region, const Source& solution,
                         const Regions& known) {
    std::vector<std::string> names;
    for (const auto& [name, place] : known.places) names.push_back(name);
    throw Error(kBadUsage, overlay.name + ": " + solution.name + " has no region [" + region +
                               "]; it has " + (names.empty() ? "none" : enumerate(names, "and")) +
                               ".");
}

// A region that stands in another one of the same text comes with it.
std::vector<std::string> outermost(const Regions& regions) {
    std::vector<std::string> names;
    for (const auto& [name, place] : regions.places) {
        const bool inner = std::ranges::any_of(regions.places, [&](const auto& other) {
            return other.second.open < place.open && place.close < other.second.close;
        });
        if (!inner) names.push_back(name);
    }
    return names;
}

// As the solution has them. One that is inside of another there cannot be laid beside it.
std::vector<std::string> in_order(std::vector<std::string> names, const Source& overlay,
                                  const Source& solution, const Regions& known) {
    for (const std::string& name : names)
        if (!known.places.contains(name)) refuse(overlay, name, solution, known);
    std::ranges::sort(names, {}, [&](const auto& name) { return known.places.at(name).open; });
    for (std::size_t i = 1; i < names.size(); ++i)
        if (known.places.at(names[i]).open < known.places.at(names[i - 1]).close)
            throw Error(kBadUsage, overlay.name + ": region [" + names[i] + "] is part of [" +
                                       names[i - 1] + "] in " + solution.name + ".");
    return names;
}

std::size_t first_include(const std::vector<std::string>& lines) {
    const auto found = std::ranges::find_if(lines, is_include);
    return found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin());
}

bool is_inside(std::size_t line, const Regions& regions) {
    return std::ranges::any_of(regions.places, [&](const auto& region) {
        return region.second.open < line && line < region.second.close;
    });
}

std::string quoted(const std::string& path) {
    std::string text = "\"";
    for (char c : path) text += (c == '"' || c == '\\' ? std::string("\\") : "") + c;
    return text + '"';
}

}  // namespace

bool is_overlay(std::string_view text) {
    const Regions regions = regions_of(text);
    return !regions.inside.empty() &&
           std::ranges::all_of(regions.outside, [](std::string_view line) {
               line = trimmed(line);
               return line.empty() || line.starts_with("//") || is_include(line);
           });
}

std::vector<LaidLine> lay_over(const Source& overlay, const Source& solution) {
    const Regions laid = regions_without_fault(overlay), known = regions_of(solution.text);
    const auto theirs = lines_of(overlay.text), ours = lines_of(solution.text);
    std::vector<LaidLine> lines;
    std::size_t next = 0;  // of ours
    const auto keep_up_to = [&](std::size_t end) {
        for (; next < end; ++next) lines.push_back({ours[next], false, next + 1});
    };
    const auto lay = [&](std::size_t line) { lines.push_back({theirs[line], true, line + 1}); };

    const std::vector<std::string> names = in_order(outermost(laid), overlay, solution, known);
    keep_up_to(std::min(first_include(ours), known.places.at(names.front()).open));
    for (std::size_t line = 0; line < theirs.size(); ++line)
        if (is_include(theirs[line]) && !is_inside(line, laid)) lay(line);
    for (const std::string& name : names) {
        const auto [open, close] = known.places.at(name);
        keep_up_to(open);
        const auto [first, last] = laid.places.at(name);
        for (std::size_t line = first; line <= last; ++line) lay(line);
        next = close + 1;
    }
    keep_up_to(ours.size());
    return lines;
}

std::string laid_text(const std::vector<LaidLine>& lines) {
    std::string text;
    for (const LaidLine& line : lines) text += line.text + '\n';
    return text;
}

std::string text_with_places(const std::vector<LaidLine>& lines, const std::string& overlay_path,
                             const std::string& solution_path) {
    std::string text;
    bool of_overlay = false;
    std::size_t expected = 1;
    for (const LaidLine& line : lines) {
        if (line.of_overlay != of_overlay || line.number != expected)
            text += "#line " + std::to_string(line.number) + ' ' +
                    quoted(line.of_overlay ? overlay_path : solution_path) + '\n';
        text += line.text + '\n';
        of_overlay = line.of_overlay;
        expected = line.number + 1;
    }
    return text;
}

void check_regions(const Source& answer, const Source& solution) {
    const Regions theirs = regions_without_fault(answer), known = regions_of(solution.text);
    for (const auto& [name, place] : theirs.places)
        if (!known.places.contains(name)) refuse(answer, name, solution, known);
}

}  // namespace course
