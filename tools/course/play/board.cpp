#include "course/play/board.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "course/grading/answer.hpp"
#include "interleave/report/source_lines.hpp"
#include "interleave/report/table.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

using Lines = std::vector<std::string>;

struct Row {
    int move = -1;  // index of the move that it offers
    std::string key, who, what, where;
};

std::string where_in(const std::vector<interleave::Frame>& stack,
                     interleave::report::SourceLines& sources) {
    const interleave::Frame* frame = interleave::report::reader_frame(stack);
    if (!frame) return "";
    return fmt::format("{}:{}  {}", interleave::report::file_name(frame->file), frame->line,
                       sources.trimmed(frame->file, frame->line));
}

std::string what_of(const interleave::Move& move) {
    if (move.action == "begin") return "first turn";
    std::string text = move.action;
    if (!move.object.empty()) text += " " + move.object;
    return move.why.empty() ? text : text + ": " + move.why;
}

std::string with_locks(std::string text, const interleave::ThreadInfo& thread) {
    if (!thread.holds.empty()) text += ", holds " + enumerate(thread.holds, "and");
    return text;
}

Row row_of(const interleave::Result& now, int index, interleave::report::SourceLines& sources) {
    const interleave::Move& move = now.moves[static_cast<std::size_t>(index)];
    const auto& thread = now.threads.at(static_cast<std::size_t>(move.thread));
    return {index, key_of(move), thread.name, with_locks(what_of(move), thread),
            where_in(move.stack, sources)};
}

// A row for each thread; for a choice about something else, one for each answer.
std::vector<Row> rows_of(const interleave::Result& now) {
    interleave::report::SourceLines sources;
    std::vector<Row> rows;
    const auto add_moves = [&](auto fits) {
        for (int i = 0; i < static_cast<int>(now.moves.size()); ++i)
            if (fits(now.moves[static_cast<std::size_t>(i)]))
                rows.push_back(row_of(now, i, sources));
    };
    for (const interleave::ThreadInfo& thread : now.threads) {
        const std::size_t before = rows.size();
        add_moves([&](const interleave::Move& move) { return move.thread == thread.id; });
        if (rows.size() != before) continue;
        rows.push_back({-1, "", thread.name, with_locks(thread.state, thread),
                        thread.state == "finished" ? "" : where_in(thread.stack, sources)});
    }
    return rows;
}

std::string padded(const std::string& text, int width) {
    std::string cell = fit(printable(text), width);
    cell.append(static_cast<std::size_t>(std::max(0, width - columns(cell))), ' ');
    return cell;
}

Board threads_panel(const interleave::Result& now, int selected, const Style& style) {
    Board panel;
    const std::vector<Row> rows = rows_of(now);
    int key = 1, who = 4, what = 4;
    for (const Row& row : rows) {
        key = std::max(key, columns(row.key));
        who = std::max(who, columns(printable(row.who)));
        what = std::max(what, columns(printable(row.what)));
    }
    who = std::min(who, 16);
    what = std::min(what, std::max(12, (style.width - who - key) / 2));
    for (const Row& row : rows) {
        const bool here = row.move >= 0 && row.move == selected;
        if (here) panel.selected_line = static_cast<int>(panel.lines.size());
        const std::string left = (here ? "> " : "  ") + padded(row.key, key) + "  " +
                                 padded(row.who, who) + "  " + padded(row.what, what) + "  ";
        const std::string line = fit(left + printable(row.where), style.width);
        const Tone tone = here ? Tone::bold : row.move < 0 ? Tone::dim : Tone::plain;
        panel.lines.push_back(
            paint(std::string(without_trailing_blanks(line)), tone, style.colour));
    }
    return panel;
}

Lines steps(const interleave::Result& now, const Style& style, int height) {
    if (height < 4) return {};
    return lines_of(interleave::to_steps(
        now, {.width = style.width, .height = height, .colour = style.colour}));
}

}  // namespace

std::string key_of(const interleave::Move& move) {
    return std::to_string(move.pick);
}

Lines board_head(const Game& game, const Style& style) {
    const std::string count = fmt::format("{} pick{}", game.picks(), game.picks() == 1 ? "" : "s");
    return {between(paint(game.title(), Tone::bold, style.colour),
                    paint(count, Tone::dim, style.colour), style.width),
            fit(game.goal(), style.width), ""};
}

Board board(const Game& game, int selected, const Style& style) {
    const interleave::Result& now = game.position();
    if (now.verdict != interleave::Verdict::passed && now.moves.empty())
        return {
            lines_of(interleave::to_table(
                now, {.width = style.width, .height = style.height + 1, .colour = style.colour})),
            0};
    const bool over = now.moves.empty();
    Board below = over ? Board{} : threads_panel(now, selected, style);
    const std::string printed = on_one_line(now.output);
    if (!printed.empty()) {
        below.lines.insert(
            below.lines.begin(),
            fit((over ? "printed: " : "printed so far: ") + printable(printed), style.width));
        ++below.selected_line;
    }
    Lines lines = steps(now, style, style.height - static_cast<int>(below.lines.size()) - 1);
    if (!lines.empty() && !below.lines.empty()) lines.emplace_back();
    below.selected_line += static_cast<int>(lines.size());
    lines.insert(lines.end(), below.lines.begin(), below.lines.end());
    below.lines = std::move(lines);
    return below;
}

Lines play_help(const Style& style) {
    static constexpr std::array<std::array<std::string_view, 2>, 6> kKeys{{
        {"0 to 9", "this thread takes its next step; main is 0"},
        {"arrows, enter", "the same for the marked line"},
        {"u", "takes the last pick back"},
        {"r", "starts over"},
        {"?", "this page, and back"},
        {"q", "quits"},
    }};
    Lines lines = wrap(
        "The threads stand still, and you say who takes the next step: up to the next point that "
        "another thread could notice. Where only one thread can go on it does so by itself. The "
        "table shows what has happened, the lines below it what each thread would do next, what "
        "it waits for, and the locks that it holds.",
        style.width);
    lines.emplace_back();
    for (const auto& [key, meaning] : kKeys)
        for (std::string& line : wrap(fmt::format("{:<15}{}", key, meaning), style.width, 15))
            lines.push_back(std::move(line));
    return lines;
}

}  // namespace course
