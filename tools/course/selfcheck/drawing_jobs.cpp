// The rooms of the tools as docs/architecture.md draws them, beside what their files include.
//
// A drawing stands behind `<!-- drawing: tools/NAME -->`: a block of text with the floors, a number
// and its rooms a line, then a table with a room in the first column of each row and the rooms that
// it uses in the last. Rooms on floor 0 stand beside the tool, and are paths below tools/.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "course/selfcheck/plan.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

constexpr const char* kPage = "docs/architecture.md";
constexpr std::array kDrawn = {"course", "interleave"};
constexpr std::array kShared = {"symbols", "system", "text"};  // these use nobody

struct Include {
    std::string place;     // "tools/course/main.cpp:3"
    std::string from, to;  // rooms, as paths below tools/; `to` is empty for other libraries
};

struct Drawing {
    std::map<std::string, int> floors;  // of each room
    // The line of the page that draws the arrow.
    std::map<std::pair<std::string, std::string>, std::size_t> arrows;
};

std::string on_page(std::size_t line) {
    return fmt::format("{}:{}: ", kPage, line);
}

// The room that a file below tools/ is in: a folder of a tool with all below it. What lies in the
// tool's own folder is the room "main".
std::string room_of(const fs::path& file) {
    auto part = file.begin();
    const std::string tool = *part++;
    if (std::ranges::find(kDrawn, tool) == kDrawn.end()) return tool;
    const std::string folder = *part++;
    return tool + "/" + (part == file.end() ? "main" : folder);
}

// A room of the tool itself, or else a path below tools/.
std::string full_name(const std::string& tool, const std::string& name, const Drawing& drawing) {
    const std::string own = tool + "/" + name;
    return drawing.floors.contains(own) ? own : name;
}

std::vector<std::string> quoted_words(const std::string& cell) {
    std::vector<std::string> words;
    const std::vector<std::string> parts = split(cell, '`');
    for (std::size_t i = 1; i + 1 < parts.size(); i += 2) words.push_back(parts[i]);
    return words;
}

// --- the page ---

class PageReader {
  public:
    PageReader(std::string tool, Drawing& drawing, Problems& problems)
        : tool_(std::move(tool)), drawing_(drawing), problems_(problems) {}

    // False when the drawing has ended.
    bool line(const std::string& text, std::size_t number) {
        if (text.starts_with("```")) {
            in_fence_ = !in_fence_;
        } else if (in_fence_) {
            add_floor(text);
        } else if (text.starts_with("|")) {
            in_table_ = true;
            add_row(text, number);
        } else {
            return !in_table_;
        }
        return true;
    }

  private:
    void add_floor(const std::string& text) {
        std::istringstream words(text);
        int floor = 0;
        if (!(words >> floor)) return;
        for (std::string room; words >> room;)
            drawing_.floors[floor == 0 ? room : tool_ + "/" + room] = floor;
    }

    void add_row(const std::string& text, std::size_t number) {
        const std::vector<std::string> cells = split(text, '|');
        const auto room = quoted_words(cells[1]);
        if (room.size() != 1 || cells.size() < 4) return;
        for (const std::string& used : quoted_words(cells[cells.size() - 2]))
            add_arrow(room[0], used, number);
    }

    void add_arrow(const std::string& from, const std::string& to, std::size_t number) {
        const std::string user = full_name(tool_, from, drawing_),
                          used = full_name(tool_, to, drawing_);
        for (const std::string& room : {user, used}) {
            if (drawing_.floors.contains(room)) continue;
            problems_.push_back(on_page(number) + room + " is on no floor.");
            return;
        }
        if (drawing_.floors[used] >= drawing_.floors[user])
            problems_.push_back(on_page(number) + user + " uses " + used +
                                ", which is not below it.");
        drawing_.arrows[{user, used}] = number;
    }

    std::string tool_;
    Drawing& drawing_;
    Problems& problems_;
    bool in_fence_ = false, in_table_ = false;
};

Drawing read_drawing(const std::vector<std::string>& page, const std::string& tool,
                     Problems& problems) {
    Drawing drawing;
    const auto marker = std::ranges::find(page, "<!-- drawing: tools/" + tool + " -->");
    if (marker == page.end()) {
        problems.push_back(fmt::format("{} has no drawing of tools/{}.", kPage, tool));
        return drawing;
    }
    PageReader reader(tool, drawing, problems);
    for (auto line = marker + 1; line != page.end(); ++line)
        if (!reader.line(*line, static_cast<std::size_t>(line - page.begin()) + 1)) break;
    return drawing;
}

// --- the files ---

// Why an include is not in the one dialect: a path below tools/ in quotes, and the explorer's
// interface as its users write it. What the build generates ends in .inc and is named as if it
// stood beside the file that includes it. Empty if nothing is wrong.
std::string wrong_dialect(const fs::path& tools, const std::string& name, bool quoted) {
    const bool is_interface = fs::exists(tools / "interleave/include" / name);
    if (quoted && is_interface) return fmt::format("the explorer's interface is <{}>", name);
    const fs::path file = tools / name;
    const bool generated = file.extension() == ".inc" && fs::exists(file.parent_path());
    if (quoted && !fs::exists(file) && !generated)
        return fmt::format("\"{}\" is no path below tools/", name);
    if (!quoted && !is_interface && fs::exists(file))
        return fmt::format("<{}> is below tools/ and belongs into quotes", name);
    return {};
}

std::string room_of_include(const fs::path& tools, const std::string& name, bool quoted) {
    if (quoted) return room_of(name);
    return fs::exists(tools / "interleave/include" / name) ? "interleave/include" : "";
}

void read_includes(const fs::path& tools, const fs::path& file, std::vector<Include>& includes,
                   Problems& problems) {
    static const std::regex kInclude(R"(\s*#\s*include\s*(["<])([^">]+)[">].*)");
    const fs::path below = file.lexically_relative(tools);
    std::size_t number = 0;
    for (const std::string& line : lines_of(read_file(file))) {
        ++number;
        std::smatch match;
        if (line.find("include") == line.npos || !std::regex_match(line, match, kInclude)) continue;
        const std::string place = fmt::format("tools/{}:{}", below.string(), number);
        const bool quoted = match[1] == "\"";
        const std::string wrong = wrong_dialect(tools, match[2], quoted);
        if (!wrong.empty()) {
            problems.push_back(fmt::format("{}: {}.", place, wrong));
            continue;
        }
        includes.push_back({place, room_of(below), room_of_include(tools, match[2], quoted)});
    }
}

std::vector<Include> all_includes(const fs::path& tools, Problems& problems) {
    std::vector<Include> includes;
    const auto read = [&](const char* tool) {
        for (const fs::path& file : files_below(tools / tool, {".cpp", ".hpp", ".h"}))
            read_includes(tools, file, includes, problems);
    };
    std::ranges::for_each(kDrawn, read);
    std::ranges::for_each(kShared, read);
    return includes;
}

std::set<std::string> rooms_of(const fs::path& tools, const std::string& tool) {
    std::set<std::string> rooms;
    for (const fs::path& file : files_below(tools / tool, {".cpp", ".hpp", ".h"}))
        rooms.insert(room_of(file.lexically_relative(tools)));
    return rooms;
}

// --- both ---

void compare_rooms(const fs::path& tools, const std::string& tool, const Drawing& drawing,
                   Problems& problems) {
    const std::set<std::string> rooms = rooms_of(tools, tool);
    for (const std::string& room : rooms)
        if (!drawing.floors.contains(room))
            problems.push_back(fmt::format("{} does not draw tools/{}.", kPage, room));
    for (const auto& [room, floor] : drawing.floors) {
        const bool there = floor > 0 ? rooms.contains(room) : fs::is_directory(tools / room);
        if (!there)
            problems.push_back(fmt::format("{} draws tools/{}, which is not there.", kPage, room));
    }
}

void compare_arrows(const std::string& tool, const Drawing& drawing,
                    const std::vector<Include>& includes, Problems& problems) {
    std::set<std::pair<std::string, std::string>> used;
    for (const Include& include : includes) {
        if (!include.from.starts_with(tool + "/") || include.to.empty() ||
            include.from == include.to)
            continue;
        const std::pair arrow{include.from, include.to};
        used.insert(arrow);
        if (!drawing.arrows.contains(arrow))
            problems.push_back(fmt::format("{}: {} uses {}, and {} draws no such arrow.",
                                           include.place, include.from, include.to, kPage));
    }
    for (const auto& [arrow, line] : drawing.arrows)
        if (!used.contains(arrow))
            problems.push_back(on_page(line) + arrow.first + " uses " + arrow.second +
                               ", and no file of it does.");
}

Problems check_drawings(const Plan& plan) {
    const fs::path tools = plan.course.root / "tools";
    const std::vector<std::string> page = lines_of(read_file(plan.course.root / kPage));
    Problems problems;
    const std::vector<Include> includes = all_includes(tools, problems);
    for (const char* tool : kDrawn) {
        const Drawing drawing = read_drawing(page, tool, problems);
        compare_rooms(tools, tool, drawing, problems);
        compare_arrows(tool, drawing, includes, problems);
    }
    for (const Include& include : includes) {
        const bool shared = std::ranges::find(kShared, include.from) != kShared.end();
        if (shared && !include.to.empty() && include.to != include.from)
            problems.push_back(
                fmt::format("{}: {} uses {}, which stands below both tools and uses nobody.",
                            include.place, include.from, include.to));
    }
    return problems;
}

}  // namespace

void add_drawing_jobs(const Plan& plan, Jobs& jobs) {
    if (!plan.whole) return;
    jobs.push_back({"rooms of the tools", "./course selfcheck --quick",
                    [&plan] { return check_drawings(plan); }});
}

}  // namespace course::checking
