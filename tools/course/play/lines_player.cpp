// Without a terminal: a pick a line, and all that there is to see after each.
#include <istream>
#include <ostream>

#include "course/grading/answer.hpp"
#include "course/play/board.hpp"
#include "course/play/player.hpp"
#include "system/terminal.hpp"
#include "text/printable.hpp"

namespace course {

using namespace sys;

namespace {

void show(const std::vector<std::string>& lines, std::ostream& out) {
    for (const std::string& line : lines) out << line << '\n';
}

void show(const Game& game, const Style& style, std::ostream& out) {
    show(board_head(game, style), out);
    show(board(game, -1, style).lines, out);
    out << '\n' << text::printable(game.sentence()) << '\n' << std::flush;
}

const interleave::Move* move_for(const Game& game, const std::string& word) {
    const auto pick = pick_from(word);
    for (const interleave::Move& move : game.position().moves)
        if (pick && move.pick == *pick) return &move;
    return nullptr;
}

std::string not_possible(const Game& game, const std::string& word) {
    std::string able;
    for (const interleave::Move& move : game.position().moves)
        able += (able.empty() ? "" : ", ") + word_for(move);
    if (able.empty()) able = "u, r and q";
    return "\"" + text::printable(word) + "\" is not possible here; expected one of " + able +
           ". ? says what else there is.";
}

}  // namespace

void play_by_lines(Game& game, const OnWin& on_win, std::istream& in, std::ostream& out) {
    const TerminalSize size = terminal_size();
    const Style style{false, size.columns, size.rows - 6};
    show(game, style, out);
    for (std::string line; game.status() != Game::Status::won && std::getline(in, line);) {
        const std::string word = on_one_line(line.substr(0, line.find('#')));
        if (word.empty()) continue;
        if (word == "q") return;
        if (word == "?") {
            show(play_help(style), out);
        } else if (word == "r") {
            game.restart();
            show(game, style, out);
        } else if (word == "u") {
            game.undo();
            show(game, style, out);
        } else if (const interleave::Move* move = move_for(game, word)) {
            game.take(*move);
            show(game, style, out);
        } else {
            out << not_possible(game, word) << '\n';
        }
        out << std::flush;
    }
    if (game.status() != Game::Status::won) return;
    const std::string more = on_win(game);
    if (!more.empty()) out << more << '\n';
}

}  // namespace course
