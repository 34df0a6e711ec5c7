#include "interleave/report/grid_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "interleave/report/history.hpp"
#include "interleave/report/short_names.hpp"
#include "interleave/report/summary.hpp"
#include "text/text.hpp"

namespace interleave::report {
namespace {

class Collector {
  public:
    Collector(const Grid& grid, const Style& style, SourceLines& sources)
        : grid_(grid),
          events_(grid.result.events),
          names_(grid.result, grid.short_names),
          style_(style),
          sources_(sources) {}

    GridCells collected() {
        for (const std::size_t row : grid_.choice) {
            cells_.threads.insert(events_[grid_.rows[row].event].thread);
        }
        Holdings holdings(grid_.result);
        std::map<int, std::string> blocked;  // by thread: what it waits for
        std::size_t next = 0;
        int previous = -1;
        for (const std::size_t index : grid_.choice) {
            const Row& row = grid_.rows[index];
            for (; next <= row.event; ++next) {
                blocked[events_[next].thread] =
                    short_state("waits for " + names_.of_wait(events_[next].blocked_on));
                if (events_[next].blocked_on.empty()) blocked.erase(events_[next].thread);
            }
            holdings.advance_to(row.event);
            Cells cells{&row, &events_[row.event], {}, nullptr, {}};
            const bool others = cells.event->thread != previous || cells.event->failure ||
                                !cells.event->blocked_on.empty();
            if (others) add_idle(cells, holdings, blocked);
            previous = cells.event->thread;
            cells.threads[cells.event->thread] = what(cells);
            add_source(cells);
            cells_.rows.push_back(std::move(cells));
        }
        find_main_file();
        return std::move(cells_);
    }

  private:
    // Where the others stand is said when the turn passes to another thread, not in every row.
    void add_idle(Cells& cells, const Holdings& holdings,
                  const std::map<int, std::string>& blocked) const {
        for (const int thread : cells_.threads) {
            const std::vector<std::string> locks = names_.of(holdings.of(thread));
            const auto waiting = blocked.find(thread);
            if (waiting != blocked.end()) {
                cells.threads[thread] = style_.clean("(" + waiting->second + ")");
            } else if (!locks.empty()) {
                cells.threads[thread] =
                    style_.clean("(holds " + text::enumerate(locks, "and") + ")");
            }
        }
    }

    std::string what(const Cells& cells) const {
        const Event& event = *cells.event;
        std::string text = event.action;
        if (text.empty() && event.failure) text = "fails";
        if (!event.object.empty()) text += " " + names_.of(event.object);
        if (!cells.row->value.empty()) text += ": " + value(*cells.row);
        if (!event.blocked_on.empty() && cells.row->value.empty()) text += ": blocked";
        text = style_.clean(text);
        if (cells.row->repeats > 1 && cells.row->block_rows == 1) {
            text += fmt::format(" {}{}", style_.symbols().times, cells.row->repeats);
        }
        return text;
    }

    // An arrow says by itself that a compare-exchange succeeds.
    std::string value(const Row& row) const {
        constexpr std::string_view succeeds = "succeeds, ";
        const bool arrow = row.value.find(" -> ") != std::string::npos;
        return grid_.short_names && arrow && row.value.starts_with(succeeds)
                   ? row.value.substr(succeeds.size())
                   : row.value;
    }

    void add_source(Cells& cells) {
        cells.frame = reader_frame(cells.event->stack);
        if (!cells.frame) return;
        cells_.files.insert(cells.frame->file);
        cells_.line_digits = std::max(cells_.line_digits, std::to_string(cells.frame->line).size());
        cells.source = sources_.trimmed(cells.frame->file, cells.frame->line);
        if (cells.source.empty()) cells.source = "in " + cells.frame->function;
    }

    void find_main_file() {
        std::map<std::string, int> rows;
        int most = 0;
        for (const Cells& cells : cells_.rows) {
            if (!cells.frame || ++rows[cells.frame->file] <= most) continue;
            most = rows[cells.frame->file];
            cells_.main_file = cells.frame->file;
        }
    }

    const Grid& grid_;
    const std::vector<Event>& events_;
    const ShortNames names_;
    const Style& style_;
    SourceLines& sources_;
    GridCells cells_;
};

}  // namespace

GridCells cells_of(const Grid& grid, const Style& style, SourceLines& sources) {
    return Collector(grid, style, sources).collected();
}

}  // namespace interleave::report
