#include "interleave/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "interleave/report/grid.hpp"
#include "interleave/report/source_lines.hpp"
#include "interleave/report/style.hpp"
#include "interleave/report/summary.hpp"
#include "interleave/report/table_rows.hpp"
#include "text/columns.hpp"
#include "text/text.hpp"

namespace interleave {
namespace {

using report::Tone;
using Lines = std::vector<std::string>;

// What is given up, one after the other, when the terminal is too small for everything.
enum class Room { everything, no_output, no_blank_lines, no_places, replay_only, steps_only };
constexpr std::array kLevels = {Room::everything, Room::no_output,   Room::no_blank_lines,
                                Room::no_places,  Room::replay_only, Room::steps_only};

// Lines of a grid with hidden steps that are worth more than blank lines around it, than a sentence
// that says once more who waits, and than the token.
constexpr int kAiryGrid = 20;
constexpr int kGoodGrid = 16;
constexpr int kFairGrid = 12;
constexpr int kFewestRows = 6;  // rows that still tell the story
constexpr std::size_t kMostPlaces = 4;
constexpr std::size_t kMostOutcomes = 8;
constexpr std::size_t kMostOutput = 3;

class Page {
  public:
    Page(const Result& result, const TableOptions& options)
        : result_(result),
          shows_all_(options.shows_all),
          style_(options),
          // The shell's prompt takes the last line of the screen.
          height_(std::max(options.height - 1, 3)) {}

    std::string text() {
        Lines lines = result_.verdict == Verdict::passed ? passed() : failed();
        if (lines.size() > static_cast<std::size_t>(height_)) {
            lines.resize(static_cast<std::size_t>(height_));
        }
        std::string text;
        for (const std::string& line : lines) text += line + '\n';
        return text;
    }

  private:
    Lines passed() const {
        Lines lines = wrapped(report::passed_in_words(result_), 3);
        const std::size_t room = static_cast<std::size_t>(height_) - lines.size();
        append(lines, outcomes(room));
        return lines;
    }

    Lines failed() {
        Lines lines;
        for (const std::string& line : headline()) {
            lines.push_back(style_.painted(line, Tone::failure));
        }
        const Lines middle = grid(height_ - static_cast<int>(lines.size()));
        append(lines, middle);
        append(lines, tail_);
        return lines;
    }

    Lines headline() const {
        Lines lines;
        std::string message = report::headline(result_);
        const auto most = static_cast<std::size_t>(std::clamp(height_ / 4, 1, 5));
        while (!message.empty() && lines.size() < most) {
            const std::size_t end = message.find('\n');
            append(lines, wrapped(message.substr(0, end), most - lines.size()));
            message = end == std::string::npos ? "" : message.substr(end + 1);
        }
        return lines;
    }

    // The steps, in the lines that the rest leaves; what follows them is in tail_ then. What only
    // repeats the steps goes before a step does.
    Lines grid(int room) {
        const std::vector<report::Row> rows = report::collapsed(result_);
        const int all = height_of_all(rows);
        const int decisive = height_of_decisive(rows);
        const int note = static_cast<int>(hidden(rows, {}).size());
        const auto left = [&](Room level, bool complete) {
            tail_ = tail(level);
            const int blank = has_blank_lines(level) ? 1 : 0;
            return room - static_cast<int>(tail_.size()) - blank - (complete ? 0 : note);
        };
        for (const Room level : kLevels) {
            const int lines = left(level, true);
            if (lines >= all) return drawn(rows, lines, has_blank_lines(level));
        }
        for (const Room level : kLevels) {
            // A screen with air is read faster than one with a few more steps.
            const int enough = std::max(decisive, has_blank_lines(level)      ? kAiryGrid
                                                  : level < Room::replay_only ? kGoodGrid
                                                                              : kFairGrid);
            const int lines = left(level, false);
            if (lines >= enough || level == kLevels.back())
                return drawn(rows, lines, has_blank_lines(level));
        }
        return {};
    }

    // With more rows than a screen has lines it does not matter how much higher.
    int height_of_all(const std::vector<report::Row>& rows) {
        if (rows.size() > static_cast<std::size_t>(height_)) return height_ + 1;
        std::vector<std::size_t> all(rows.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return static_cast<int>(
            report::draw({result_, rows, all, true, report::Grid::Source::narrow}, style_, sources_)
                .lines.size());
    }

    int height_of_decisive(const std::vector<report::Row>& rows) {
        std::vector<std::size_t> choice;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].decisive) choice.push_back(i);
        if (choice.empty()) return 0;
        return static_cast<int>(
            report::draw({result_, rows, choice, false, report::Grid::Source::narrow, true, gaps()},
                         style_, sources_)
                .lines.size());
    }

    // How many steps there is no room for, and where they are to be seen.
    Lines hidden(const std::vector<report::Row>& rows,
                 const std::vector<std::size_t>& choice) const {
        if (shows_all_.empty() || choice.size() == rows.size()) return {};
        std::uint64_t shown = 0;
        for (const std::size_t row : choice) shown += static_cast<std::uint64_t>(rows[row].repeats);
        const std::uint64_t all = result_.events.size();
        return text::wrap(
            fmt::format("{} of {} {} hidden ({}); all of them: {}", text::grouped(all - shown),
                        text::counted(all, "step"), all - shown == 1 ? "is" : "are",
                        style_.symbols().gap, style_.clean(shows_all_)),
            style_.width());
    }

    static bool has_blank_lines(Room level) { return level < Room::no_blank_lines; }

    Lines drawn(const std::vector<report::Row>& rows, int room, bool blank_line) {
        if (rows.empty()) return {};
        Lines lines(blank_line ? 1 : 0);
        const std::vector<std::size_t> ranking = report::ranked(result_, rows);
        constexpr int kHeader = 2;
        const auto fewest = std::max<std::ptrdiff_t>(
            kFewestRows, std::ranges::count(rows, true, &report::Row::decisive));
        report::DrawnGrid first;
        std::vector<std::size_t> shown;
        std::size_t switches = 0;
        // Rows that take a second line are known only once they are drawn.
        for (int target = std::max(room - kHeader, 1); target > 0; --target) {
            const std::vector<std::size_t> choice = report::chosen(rows, ranking, target, gaps());
            report::DrawnGrid grid = drawn_in(rows, choice, room);
            if (grid.lines.empty()) continue;
            const bool complete = choice.size() == rows.size();
            if (first.lines.empty()) {
                first = grid;
                shown = choice;
                switches = switches_in(rows, choice);
            }
            if (complete || !first.is_list || switches_in(rows, choice) < switches) break;
            // Where steps are hidden anyway, a few more make room for columns: those read faster.
            if (!grid.is_list) {
                first = grid;
                shown = choice;
            }
            if (!grid.is_list || target <= fewest) break;
        }
        append(lines, first.lines);
        append(tail_, hidden(rows, shown));
        return lines;
    }

    report::Gaps gaps() const {
        return shows_all_.empty() ? report::Gaps::lines : report::Gaps::marks;
    }

    // Rows before and behind a preemption.
    std::size_t switches_in(const std::vector<report::Row>& rows,
                            const std::vector<std::size_t>& choice) const {
        const auto preempted = [&](std::size_t row) {
            return row < rows.size() && result_.events[rows[row].event].preempted;
        };
        return static_cast<std::size_t>(std::ranges::count_if(
            choice, [&](std::size_t row) { return preempted(row) || preempted(row + 1); }));
    }

    // Without lines if the choice does not fit into the room; a single row always does.
    report::DrawnGrid drawn_in(const std::vector<report::Row>& rows,
                               const std::vector<std::size_t>& choice, int room) {
        using Source = report::Grid::Source;
        struct Width {
            Source source;
            bool short_names;
        };
        static constexpr std::array kWidths = {
            Width{Source::wide, false}, Width{Source::wide, true}, Width{Source::middle, true},
            Width{Source::narrow, false}, Width{Source::narrow, true}};
        report::DrawnGrid grid, best;
        for (const bool notes : {true, false}) {
            for (const auto [source, short_names] : kWidths) {
                grid = report::draw({result_, rows, choice, notes, source, short_names, gaps()},
                                    style_, sources_);
                const bool fits = static_cast<int>(grid.lines.size()) <= room;
                if (fits && !grid.is_cut) return grid;
                if (fits && best.lines.empty()) best = grid;
            }
        }
        return choice.size() == 1 && best.lines.empty() ? grid : best;
    }

    Lines tail(Room level) {
        Lines lines;
        if (has_blank_lines(level)) lines.emplace_back();
        if (level < Room::replay_only) append(lines, wrapped(report::waits_in_words(result_), 4));
        if (level < Room::no_places) append(lines, places());
        if (level < Room::no_output) {
            append(lines, output());
            append(lines, outcomes(kMostOutcomes));
        }
        if (has_blank_lines(level) && lines.size() > 1) lines.emplace_back();
        if (level < Room::no_places) append(lines, wrapped(report::search_in_words(result_), 2));
        // Who can have all of the steps is told the token there.
        if (level < Room::steps_only || shows_all_.empty()) append(lines, replay());
        return lines;
    }

    Lines places() {
        Lines lines;
        int widest = 0;
        for (const Place& place : result_.places) {
            widest = std::max(widest, text::columns(style_.clean(place.label)));
        }
        widest = std::min(widest, style_.width() / 2);
        for (const Place& place : result_.places) {
            if (lines.size() == kMostPlaces) break;
            std::string where = "unknown place";
            if (const Frame* frame = report::reader_frame(place.stack)) {
                where = fmt::format("{}:{}  {}", report::shown_path(frame->file), frame->line,
                                    sources_.trimmed(frame->file, frame->line));
            }
            const std::string line =
                "  " + style_.cell(style_.clean(place.label), widest) + "  " + style_.clean(where);
            lines.push_back(style_.cut(line, style_.width()));
        }
        return lines;
    }

    // The last lines that the program printed: they are the nearest to the failure.
    Lines output() const {
        Lines lines;
        std::string_view left = result_.output;
        while (left.ends_with('\n')) left.remove_suffix(1);
        while (!left.empty() && lines.size() < kMostOutput) {
            const std::size_t start = left.rfind('\n') + 1;  // 0 where there is none
            const std::string line = "printed: " + style_.clean(left.substr(start));
            lines.insert(lines.begin(), style_.cut(line, style_.width()));
            left = left.substr(0, start == 0 ? 0 : start - 1);
        }
        return lines;
    }

    Lines replay() const {
        if (result_.schedule.empty()) return {};
        std::string line;
        if (result_.preemptions > 0) {
            line = fmt::format(
                "{} ({}); ",
                text::counted(static_cast<std::uint64_t>(result_.preemptions), "preemption"),
                style_.symbols().preempted);
        }
        const std::string token = style_.clean(result_.schedule);
        Lines lines = text::wrap(line + "replay token: " + token, style_.width());
        // A token of which a part is missing would be of no use.
        if (lines.size() <= 2) return lines;
        return wrapped(fmt::format("{}replay token: {} characters, see \"schedule\" in the JSON",
                                   line, token.size()),
                       2);
    }

    Lines outcomes(std::size_t room) const {
        Lines lines;
        constexpr std::size_t kFrame = 3;  // a blank line, the titles, the rule
        if (result_.outcomes.empty() || room <= kFrame) return lines;
        std::size_t count = std::min(result_.outcomes.size(), room - kFrame);
        const bool all = count == result_.outcomes.size();
        if (!all) --count;  // for the line that says so
        int values = 5;
        int times = 5;
        for (std::size_t i = 0; i < count; ++i) {
            const Outcome& outcome = result_.outcomes[i];
            values = std::max(values, text::columns(style_.clean(outcome.value)));
            times = std::max(times, text::columns(text::grouped(outcome.executions)));
        }
        values = std::min(values, std::max(style_.width() / 2 - times, 8));
        const auto add = [&](const std::string& value, const std::string& number,
                             const std::string& token) {
            const std::string_view bar = style_.symbols().bar;
            lines.push_back(
                style_.cut(fmt::format(" {} {} {:>{}} {} {}", style_.cell(value, values), bar,
                                       number, times, bar, token),
                           style_.width()));
        };
        lines.emplace_back();
        add("value", "times", "schedule");
        lines.push_back(outcomes_rule(values, times));
        for (std::size_t i = 0; i < count; ++i) {
            const Outcome& outcome = result_.outcomes[i];
            add(style_.clean(outcome.value), text::grouped(outcome.executions),
                style_.clean(outcome.schedule));
        }
        if (!all) {
            lines.push_back(style_.cut(fmt::format(" and {} more", result_.outcomes.size() - count),
                                       style_.width()));
        }
        return lines;
    }

    std::string outcomes_rule(int values, int times) const {
        const report::Symbols& symbols = style_.symbols();
        const std::string line =
            fmt::format("{}{}{}{}{}", style_.repeated(symbols.line, values + 2), symbols.crossing,
                        style_.repeated(symbols.line, times + 2), symbols.crossing,
                        style_.repeated(symbols.line, 10));
        return style_.cut(line, style_.width());
    }

    Lines wrapped(const std::string& text, std::size_t most) const {
        if (text.empty()) return {};
        Lines lines = text::wrap(style_.clean(text), style_.width());
        if (lines.size() <= most) return lines;
        const std::string next = most == 0 ? "" : lines[most];
        lines.resize(most);
        if (most > 0) lines.back() = style_.cut(lines.back() + " " + next, style_.width());
        return lines;
    }

    static void append(Lines& lines, const Lines& more) {
        lines.insert(lines.end(), more.begin(), more.end());
    }

    const Result& result_;
    const std::string shows_all_;
    const report::Style style_;
    const int height_;
    report::SourceLines sources_;
    Lines tail_;
};

}  // namespace

std::string to_table(const Result& result, const TableOptions& options) {
    return Page(result, options).text();
}

std::string to_steps(const Result& result, const TableOptions& options) {
    const report::Style style(options);
    const std::vector<report::Row> rows = report::collapsed(result);
    report::SourceLines sources;
    const auto height = static_cast<std::size_t>(std::max(options.height, 3));
    std::vector<std::size_t> choice(rows.size());
    std::iota(choice.begin(), choice.end(), std::size_t{0});
    if (choice.size() > height) choice.erase(choice.begin(), choice.end() - options.height);
    Lines lines;
    while (!choice.empty()) {
        lines = report::draw({result, rows, choice, false}, style, sources).lines;
        if (lines.size() <= height) break;
        choice.erase(choice.begin());
    }
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

}  // namespace interleave
