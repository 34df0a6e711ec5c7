#include "interleave/report/grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "interleave/report/grid_cells.hpp"
#include "interleave/report/history.hpp"
#include "interleave/report/short_names.hpp"
#include "text/columns.hpp"
#include "text/text.hpp"

namespace interleave::report {
namespace {

constexpr int kSeparator = 3;      // " | "
constexpr int kWidestColumn = 30;  // so that one long value does not take the room of the others
constexpr int kUselessSource = 12;
constexpr int kFileName = 13;  // of a file with a longer name there is more to see of its lines

// A cell that is too long for its column takes a second line.
struct Widths {
    int narrowest_column;
    int least_source;
};
constexpr std::array kWidths = {Widths{16, 28}, Widths{16, 22}, Widths{14, 16}};

class Drawing {
  public:
    Drawing(const Grid& grid, const Style& style, SourceLines& sources)
        : grid_(grid),
          names_(grid.result, grid.short_names),
          style_(style),
          cells_(cells_of(grid, style, sources)) {}

    DrawnGrid drawn() {
        lay_out();
        add_header();
        std::size_t expected = 0;
        for (std::size_t i = 0; i < cells_.rows.size(); ++i) {
            const std::size_t row = grid_.choice[i];
            add_gap(expected, row);
            add_row(i, row != expected && grid_.gaps == Gaps::marks);
            expected = row + 1;
        }
        add_gap(expected, grid_.rows.size());
        return {std::move(lines_), list_, cut_};
    }

  private:
    // Where it stands and what it says there. The number is never cut off: without it nobody finds
    // the line.
    std::string source_of(const Cells& cells) const {
        if (!cells.frame) return "";
        const std::string line = std::to_string(cells.frame->line);
        if (cells.frame->file == cells_.main_file)
            return style_.clean(fmt::format("{:>{}}  {}", line, cells_.line_digits, cells.source));
        const int all = source_width_ - static_cast<int>(line.size()) - 2;  // ":" and "…"
        const int room = std::min(all, std::max(kFileName, source_width_ / 3));
        return style_.cut(name_among_files(cells.frame->file), room) +
               style_.clean(":" + line + "  " + cells.source);
    }

    // Of two files with one name, such as an exercise and its test, the folder in which their paths
    // part.
    std::string name_among_files(const std::string& file) const {
        const std::string name = file_name(file);
        for (const std::string& other : cells_.files) {
            if (other == file || file_name(other) != name) continue;
            const std::filesystem::path path = shown_path(file);
            const std::filesystem::path beside = shown_path(other);
            const auto parts =
                std::mismatch(path.begin(), path.end(), beside.begin(), beside.end());
            return parts.first->string() + "/" + std::string(style_.symbols().ellipsis);
        }
        return name;
    }

    void lay_out() {
        for (const Cells& cells : cells_.rows) {
            step_width_ = std::max(step_width_, std::to_string(cells.event->step).size());
        }
        const int left = style_.width() - gutter_width();
        for (auto i = static_cast<std::size_t>(grid_.source); i < kWidths.size(); ++i)
            if (lay_out_columns(kWidths[i], left)) return;
        lay_out_list(left);
    }

    bool lay_out_columns(const Widths& widths, int left) {
        std::map<int, int> natural;
        for (const int thread : cells_.threads) natural[thread] = natural_width(thread);
        const int source = cells_.files.empty() ? 0 : kSeparator + widths.least_source;
        for (int widest = kWidestColumn; widest >= widths.narrowest_column; --widest) {
            int all = 0;
            for (const auto& [thread, width] : natural) all += kSeparator + std::min(width, widest);
            if (all + source > left) continue;
            for (const auto& [thread, width] : natural) {
                columns_.push_back({thread, std::min(width, widest)});
            }
            source_width_ = cells_.files.empty() ? 0 : left - all - kSeparator;
            return true;
        }
        return false;
    }

    void lay_out_list(int left) {
        list_ = true;
        int names = 6;  // "thread"
        int whats = 4;  // "step"
        for (const Cells& cells : cells_.rows) {
            names = std::max(names, text::columns(name(cells.event->thread)));
            whats = std::max(whats, text::columns(cells.threads.at(cells.event->thread)));
        }
        names = std::min(names, std::max(left / 4, 6));
        const int rest = left - 2 * kSeparator - names;
        whats = std::min(whats, std::max(rest / 2, std::min(rest, kWidestColumn)));
        source_width_ = cells_.files.empty() ? 0 : rest - whats - kSeparator;
        if (source_width_ < kUselessSource) {
            source_width_ = 0;
            whats = rest;
        }
        columns_ = {{-1, names}, {-1, whats}};
    }

    int natural_width(int thread) const {
        int width = text::columns(name(thread));
        for (const Cells& cells : cells_.rows) {
            const auto found = cells.threads.find(thread);
            if (found != cells.threads.end()) width = std::max(width, text::columns(found->second));
        }
        return width;
    }

    int gutter_width() const { return 3 + static_cast<int>(step_width_); }

    std::string name(int thread) const { return style_.clean(thread_name(grid_.result, thread)); }

    void add_line(const std::string& gutter, const std::vector<std::string>& cells,
                  const std::string& source) {
        const std::string bar = fmt::format(" {} ", style_.symbols().bar);
        std::string line = gutter;
        for (const std::string& cell : cells) line += bar + cell;
        if (source_width_ > 0) line += bar + source;
        lines_.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
    }

    void add_header() {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string title =
                list_ ? (i == 0 ? "thread" : "what it does") : name(columns_[i].thread);
            cells.push_back(style_.cell(title, columns_[i].width, Tone::bold));
        }
        const std::string file = style_.clean(shown_path(cells_.main_file));
        add_line(fmt::format("{:>{}}", "step", gutter_width()), cells,
                 style_.painted(style_.cut(file, source_width_, true), Tone::bold));
        std::string rule = style_.repeated(style_.symbols().line, gutter_width() + 1);
        const auto add_rule = [&](int width) {
            rule += style_.symbols().crossing;
            rule += style_.repeated(style_.symbols().line, width);
        };
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool last = i + 1 == columns_.size() && source_width_ == 0;
            add_rule(columns_[i].width + (last ? 1 : 2));
        }
        if (source_width_ > 0) add_rule(source_width_ + 1);
        lines_.push_back(rule);
    }

    void add_row(std::size_t index, bool behind_a_gap) {
        const Cells& cells = cells_.rows[index];
        const Event& event = *cells.event;
        const Symbols& symbols = style_.symbols();
        const Tone own = tone_of(event);
        const Tone beside = event.failure ? Tone::failure : Tone::plain;
        const std::vector<std::vector<std::string>> texts = wrapped(cells);
        std::size_t height = 1;
        for (std::size_t c = 0; c < texts.size(); ++c) {
            height = std::max(height, texts[c].size());
            cut_ = cut_ || is_too_long(texts[c], columns_[c].width);
        }
        for (std::size_t i = 0; i < height; ++i) {
            std::vector<std::string> drawn;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const bool runs = list_ || columns_[c].thread == event.thread;
                drawn.push_back(style_.cell(i < texts[c].size() ? texts[c][i] : "",
                                            columns_[c].width, runs ? own : Tone::dim));
            }
            const std::string gutter =
                i > 0 ? blank_gutter()
                      : fmt::format("{}{}{}{:>{}}", event.preempted ? symbols.preempted : " ",
                                    event.failure ? symbols.failure : " ",
                                    behind_a_gap ? symbols.gap : " ", event.step, step_width_);
            add_line(
                style_.painted(gutter, beside), drawn,
                style_.painted(style_.cut(i == 0 ? source_of(cells) : "", source_width_), beside));
        }
        add_notes(cells);
    }

    // By column: the lines of its cell.
    std::vector<std::vector<std::string>> wrapped(const Cells& cells) const {
        std::vector<std::vector<std::string>> texts;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (list_) {
                const int thread = cells.event->thread;
                texts.push_back(c == 0 ? std::vector{name(thread)}
                                       : few_lines(cells.threads.at(thread), columns_[c].width));
                continue;
            }
            const auto found = cells.threads.find(columns_[c].thread);
            if (found == cells.threads.end()) {
                texts.emplace_back();
            } else if (columns_[c].thread == cells.event->thread) {
                texts.push_back(few_lines(found->second, columns_[c].width));
            } else {
                texts.push_back({idle(found->second, columns_[c].width)});
            }
        }
        return texts;
    }

    // That it waits is worth more than the beginning of what for.
    static std::string idle(const std::string& text, int width) {
        const bool waits = text.starts_with("(waits for ");
        return waits && text::columns(text) > width ? "(waits)" : text;
    }

    bool is_too_long(const std::vector<std::string>& lines, int width) const {
        return std::ranges::any_of(
            lines, [&](const std::string& line) { return text::columns(line) > width; });
    }

    // Broken before the value if that is enough, and a short value always has a line. A text that
    // goes on for ever must not push the other steps off the screen.
    static std::vector<std::string> few_lines(const std::string& text, int width) {
        std::vector<std::string> lines = text::wrap(text, width);
        const std::size_t value = text.rfind(": ");
        if (lines.size() > 1 && value != std::string::npos) {
            std::vector<std::string> name = text::wrap(text.substr(0, value + 1), width);
            const std::string rest = text.substr(value + 2);
            if (name.size() <= 2 && text::columns(rest) <= width) {
                name.push_back(rest);
                return name;
            }
        }
        if (lines.size() > 2) {
            lines[1] += " " + lines[2];
            lines.resize(2);
        }
        return lines;
    }

    static Tone tone_of(const Event& event) {
        if (event.failure) return Tone::failure;
        return event.blocked_on.empty() ? Tone::plain : Tone::caution;
    }

    void add_notes(const Cells& cells) {
        const Event& event = *cells.event;
        const std::string_view corner = style_.symbols().corner;
        // What it acts on stands in its cell already.
        if (grid_.notes && !event.blocked_on.empty() && event.blocked_on != event.object) {
            add_note(event.thread, fmt::format("{} waits for {}", corner,
                                               style_.clean(names_.of_wait(event.blocked_on))));
        }
        if (has_repeat_note(*cells.row)) {
            add_note(event.thread,
                     fmt::format("{} these {} rows {}{}", corner, cells.row->block_rows,
                                 style_.symbols().times, cells.row->repeats));
        }
    }

    std::string blank_gutter() const {
        return std::string(static_cast<std::size_t>(gutter_width()), ' ');
    }

    // In the source column, where there is most room, or else in the thread's own.
    void add_note(int thread, const std::string& text) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool own = list_ ? i == 1 : columns_[i].thread == thread;
            cells.push_back(
                style_.cell(own && source_width_ == 0 ? text : "", columns_[i].width, Tone::dim));
        }
        const std::string indented = std::string(cells_.line_digits + 2, ' ') + text;
        add_line(blank_gutter(), cells,
                 style_.painted(style_.cut(indented, source_width_), Tone::dim));
    }

    void add_gap(std::size_t first, std::size_t end) {
        if (first >= end || grid_.gaps == Gaps::marks) return;
        std::uint64_t steps = 0;
        for (std::size_t i = first; i < end; ++i) {
            steps += static_cast<std::uint64_t>(grid_.rows[i].repeats);
        }
        const std::string text = fmt::format("{:>{}} {} hidden", style_.symbols().gap,
                                             gutter_width(), text::counted(steps, "step"));
        lines_.push_back(style_.painted(style_.cut(text, style_.width()), Tone::dim));
    }

    struct Column {
        int thread;
        int width;
    };

    const Grid& grid_;
    const ShortNames names_;
    const Style& style_;
    const GridCells cells_;
    std::vector<Column> columns_;
    bool list_ = false;
    bool cut_ = false;
    int source_width_ = 0;
    std::size_t step_width_ = 3;
    std::vector<std::string> lines_;
};

}  // namespace

DrawnGrid draw(const Grid& grid, const Style& style, SourceLines& sources) {
    return Drawing(grid, style, sources).drawn();
}

}  // namespace interleave::report
