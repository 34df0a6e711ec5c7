#include "course/selfcheck/page.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "course/model/regions.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

bool opens_fence(std::string_view line) {
    return trimmed(line).starts_with("```");
}

// "<!-- quote: demos/a.cpp -->" as marker and argument.
void read_marker(std::string_view line, Fence& fence) {
    line = trimmed(line);
    if (!line.starts_with("<!--") || !line.ends_with("-->")) return;
    line = trimmed(line.substr(4, line.size() - 7));
    auto colon = line.find(':');
    fence.marker = trimmed(line.substr(0, colon));
    if (colon != line.npos) fence.argument = trimmed(line.substr(colon + 1));
}

void read_heading(std::string_view line, std::size_t number, Page& page) {
    auto level = line.find_first_not_of('#');
    if (level == 0 || level == line.npos || level > 6 || line[level] != ' ') return;
    page.headings.push_back(
        {number, static_cast<int>(level), std::string(trimmed(line.substr(level)))});
}

// Without what stands between single backticks.
std::string without_code(std::string_view line) {
    std::string result;
    bool code = false;
    for (char c : line) {
        if (c == '`') code = !code;
        if (!code) result += c;
    }
    return result;
}

void read_links(std::string_view text, std::size_t number, Page& page) {
    auto line = without_code(text);
    for (auto at = line.find("]("); at != line.npos; at = line.find("](", at + 1)) {
        auto end = line.find_first_of(") ", at + 2);
        if (end != line.npos) page.links.push_back({number, line.substr(at + 2, end - at - 2)});
    }
}

// The index of the line after the closing fence.
std::size_t read_fence(const std::vector<std::string>& lines, std::size_t start, Page& page) {
    Fence fence;
    fence.line = start + 1;
    auto indent = lines[start].find('`');
    fence.language = trimmed(trimmed(lines[start]).substr(3));
    if (start > 0) read_marker(lines[start - 1], fence);
    auto i = start + 1;
    for (; i < lines.size() && trimmed(lines[i]) != "```"; ++i) {
        auto blank = lines[i].find_first_not_of(' ');
        fence.text.push_back(lines[i].substr(std::min({indent, blank, lines[i].size()})));
    }
    page.fences.push_back(std::move(fence));
    return i + 1;
}

}  // namespace

Page parse_page(const fs::path& path, std::string_view text) {
    Page page;
    page.path = path;
    page.lines = lines_of(text);
    for (std::size_t i = 0; i < page.lines.size();) {
        if (opens_fence(page.lines[i])) {
            i = read_fence(page.lines, i, page);
            continue;
        }
        read_heading(page.lines[i], i + 1, page);
        read_links(page.lines[i], i + 1, page);
        ++i;
    }
    return page;
}

std::optional<int> minutes_on(const Page& page) {
    for (const std::string_view line : page.lines) {
        constexpr std::string_view kBefore = "About ", kBehind = " minutes with the exercises.";
        const std::size_t at = line.find(kBefore);
        if (at == line.npos) continue;
        const char* const begin = line.data() + at + kBefore.size();
        const char* const end = line.data() + line.size();
        int minutes = 0;
        const auto read = std::from_chars(begin, end, minutes);
        if (read.ec == std::errc() && std::string_view(read.ptr, end).starts_with(kBehind))
            return minutes;
    }
    return {};
}

std::string anchor_of(std::string_view heading) {
    std::string anchor;
    for (char c : heading) {
        auto letter = static_cast<unsigned char>(c);
        if (std::isalnum(letter) || c == '_' || c == '-' || letter >= 0x80) {
            anchor += static_cast<char>(std::tolower(letter));
        } else if (c == ' ') {
            anchor += '-';
        }
    }
    return anchor;
}

std::vector<std::string> source_of(const Fence& fence, const Sources& sources) {
    if (fence.marker == "output") {
        return lines_of(read_file(sources.folder / "demos" / (fence.argument + ".out")));
    }
    auto hash = fence.argument.find('#');
    auto file = (sources.folder / fence.argument.substr(0, hash)).lexically_normal();
    auto in_exercises = file.lexically_relative(sources.root / "exercises");
    if (!in_exercises.empty() && *in_exercises.begin() != "..") {
        file = sources.exercises / in_exercises;
    }
    auto text = read_file(file);
    if (hash == fence.argument.npos) return lines_of(text);
    auto regions = regions_of(text);
    auto region = regions.inside.find(fence.argument.substr(hash + 1));
    if (region == regions.inside.end()) {
        throw Error(kBrokenEnvironment, fence.argument.substr(0, hash) + " has no region [" +
                                            fence.argument.substr(hash + 1) + "].");
    }
    return region->second;
}

std::string requoted(const Page& page, const Sources& sources) {
    std::string text;
    std::size_t next = 0;  // index of the first line that is not yet in `text`
    for (const auto& fence : page.fences) {
        if (fence.marker != "quote" && fence.marker != "output") continue;
        auto indent = page.lines[fence.line - 1].substr(0, page.lines[fence.line - 1].find('`'));
        for (; next < fence.line; ++next) text += page.lines[next] + '\n';
        for (const auto& line : source_of(fence, sources)) {
            text += (line.empty() ? "" : indent + line) + '\n';
        }
        next = fence.line + fence.text.size();
    }
    for (; next < page.lines.size(); ++next) text += page.lines[next] + '\n';
    return text;
}

}  // namespace course::checking
