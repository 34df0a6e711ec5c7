// The screen of a game: keys in, frames out.
#include <poll.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "course/play/board.hpp"
#include "course/play/player.hpp"
#include "course/screen/frame.hpp"
#include "course/screen/keys.hpp"
#include "course/screen/signals.hpp"
#include "course/screen/terminal.hpp"
#include "system/error.hpp"
#include "system/terminal.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

class ScreenPlayer {
  public:
    ScreenPlayer(Game& game, const OnWin& on_win, Terminal& terminal)
        : game_(game), on_win_(on_win), terminal_(terminal) {}

    bool over() const { return over_; }

    void draw() {
        const TerminalSize size = terminal_size();
        const bool colour = wants_colour();
        Style style{colour, size.columns, size.rows};
        Screen screen;
        screen.head = board_head(game_, style);
        screen.foot = {""};
        const std::string said = printable(notice_.empty() ? game_.sentence() : notice_);
        for (const std::string& line : wrap(said, size.columns))
            if (screen.foot.size() < 4) screen.foot.push_back(paint(line, tone(), colour));
        screen.foot.push_back(fit("0-9 pick  u undo  r start over  ? help  q quit", size.columns));
        style.height = size.rows - static_cast<int>(screen.head.size() + screen.foot.size());
        if (help_) {
            screen.body = play_help(style);
        } else {
            Board now = board(game_, selected_, style);
            screen.body = std::move(now.lines);
            const int rows = std::max(1, body_rows(screen, size) - 1);
            scroll_ = std::clamp(scroll_, now.selected_line - rows + 1, now.selected_line);
        }
        terminal_.show(lay_out(screen, size, scroll_, colour));
    }

    void on_key(Key key) {
        notice_.clear();
        const bool was_help = std::exchange(help_, false);
        const int last = static_cast<int>(game_.position().moves.size()) - 1;
        switch (key) {
            case 'q':
            case kInterrupt:
            case kEndOfInput:
                over_ = true;
                break;
            case kSuspend:
                terminal_.give_back();
                suspend_job();
                terminal_.take();
                break;
            case '?':
                help_ = !was_help;
                break;
            case 'u':
                if (game_.undo()) {
                    settle();
                } else {
                    notice_ = "There is no pick to take back.";
                }
                break;
            case 'r':
                game_.restart();
                settle();
                break;
            case kUp:
            case 'k':
                selected_ = std::max(0, selected_ - 1);
                break;
            case kDown:
            case 'j':
                selected_ = std::min(std::max(0, last), selected_ + 1);
                break;
            case kEnter:
            case ' ':
                if (last >= 0) take(game_.position().moves[static_cast<std::size_t>(selected_)]);
                break;
            default:
                if (key >= '0' && key <= '9') digit(key - '0');
        }
    }

  private:
    Tone tone() const {
        if (!notice_.empty()) return Tone::caution;
        switch (game_.status()) {
            case Game::Status::won:
                return Tone::good;
            case Game::Status::dead_end:
                return Tone::caution;
            default:
                return Tone::plain;
        }
    }

    void digit(int number) {
        for (const interleave::Move& move : game_.position().moves)
            if (move.pick == number) return take(move);
        if (game_.position().moves.empty()) return;
        notice_ = std::to_string(number) + " cannot be picked here; the lines with a number can.";
    }

    void take(const interleave::Move& move) {
        game_.take(move);
        settle();
        if (game_.status() != Game::Status::won) return;
        const std::string more = on_win_(game_);
        if (!more.empty()) notice_ = game_.sentence() + " " + more;
    }

    void settle() {
        const int last = static_cast<int>(game_.position().moves.size()) - 1;
        selected_ = std::clamp(selected_, 0, std::max(0, last));
        scroll_ = 0;
    }

    Game& game_;
    const OnWin& on_win_;
    Terminal& terminal_;
    int selected_ = 0;
    int scroll_ = 0;
    bool help_ = false;
    bool over_ = false;
    std::string notice_;
};

// Returns the signal that asks to end, 0 for none.
int take_signals(Signals& signals, ScreenPlayer& player, Terminal& terminal) {
    while (const auto signal = signals.next()) {
        if (asks_to_end(*signal)) return *signal;
        if (*signal == SIGWINCH) terminal.forget();
        if (*signal == SIGTSTP) player.on_key(kSuspend);
        if (*signal == SIGCONT) {
            terminal.give_back();  // the shell may have changed the settings
            terminal.take();
        }
    }
    return 0;
}

int loop(Game& game, const OnWin& on_win, Signals& signals) {
    Terminal terminal;
    ScreenPlayer player(game, on_win, terminal);
    KeyReader keys;
    while (!player.over() && !terminal.gone()) {
        player.draw();
        pollfd ready[] = {{0, POLLIN, 0}, {signals.fd(), POLLIN, 0}};
        poll(ready, 2, -1);
        if (const int signal = take_signals(signals, player, terminal)) return signal;
        if (!ready[0].revents) continue;
        for (const Key key : keys.keys(terminal.read()))
            if (!player.over()) player.on_key(key);
    }
    return 0;
}

}  // namespace

int play_on_screen(Game& game, const OnWin& on_win) {
    Signals signals;
    return loop(game, on_win, signals);
}

}  // namespace course
