// A lesson page as the checks see it: headings, links, and fenced blocks with their markers.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "course/model/manifest.hpp"

namespace course::checking {

struct Fence {
    std::size_t line = 0;  // of the opening fence, 1-based
    std::string language;  // after the backticks
    std::string marker;    // quote, output, rust, drawing, shell; empty: no comment before it
    std::string argument;  // after "quote:" or "output:"
    std::vector<std::string> text;
};

struct Heading {
    std::size_t line = 0;
    int level = 0;
    std::string text;
};

struct Link {
    std::size_t line = 0;
    std::string target;
};

struct Page {
    std::filesystem::path path;
    std::vector<std::string> lines;
    std::vector<Fence> fences;
    std::vector<Heading> headings;
    std::vector<Link> links;
};

Page parse_page(const std::filesystem::path& path, std::string_view text);

// What the page says that the lesson takes: "About 75 minutes with the exercises."
std::optional<int> minutes_on(const Page& page);

// The anchor that code hosts give a heading: "What is a thread?" is "what-is-a-thread".
std::string anchor_of(std::string_view heading);

// What the block must hold by its marker. `folder` is the lesson's, against which paths are read;
// files of exercises/ are taken from `exercises`, which holds them as they were shipped.
// Throws Error if there is no such file or region.
struct Sources {
    std::filesystem::path root, folder, exercises;
};
std::vector<std::string> source_of(const Fence& fence, const Sources& sources);

// The page's text with each quote and output replaced by its source.
std::string requoted(const Page& page, const Sources& sources);

}  // namespace course::checking
