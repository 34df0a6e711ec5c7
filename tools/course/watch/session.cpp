#include "course/watch/session.hpp"

#include <algorithm>

#include "course/model/progress.hpp"
#include "course/model/shipped_files.hpp"
#include "course/watch/editor.hpp"
#include "course/watch/pages.hpp"
#include "system/error.hpp"
#include "system/terminal.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

using Check = Situation::Check;

const Exercise& first_exercise(const Course& course, const State& state) {
    const auto all = course.exercises();
    if (all.empty()) throw Error(kBrokenEnvironment, "The course has no exercises.");
    const Exercise* open = next_open(course, state);
    return open ? *open : *all.front();
}

// Its own files and those of the parts that it is built from, however indirectly.
void collect_files(const Course& course, const Exercise& exercise,
                   std::vector<std::filesystem::path>& files) {
    for (const std::string& file : exercise.files) {
        const auto path = course.root / "exercises" / file;
        if (std::ranges::find(files, path) == files.end()) files.push_back(path);
    }
    for (const std::string& part : exercise.requires_) {
        collect_files(course, course.exercise(part), files);
    }
}

std::size_t index_of(const Course& course, const Exercise& exercise) {
    const auto all = course.exercises();
    return static_cast<std::size_t>(std::ranges::find(all, &exercise) - all.begin());
}

std::string shown_path(const Course& course, const std::filesystem::path& path) {
    const auto relative = path.lexically_relative(course.root);
    return relative.empty() || *relative.begin() == ".." ? path.string() : relative.string();
}

}  // namespace

Session::Session(const Course& course, Terminal& terminal, FileWatcher& watcher, Signals& signals)
    : terminal_(terminal), watcher_(watcher), signals_(signals) {
    now_.course = &course;
    now_.state = load_state(course.root);
    go_to(first_exercise(course, now_.state));
}

void Session::go_to(const Exercise& exercise) {
    now_.exercise = &exercise;
    now_.result.reset();
    now_.failure.clear();
    now_.hints_open = false;
    show(View::exercise);
    const std::string id = exercise.id();
    now_.state.current = id;
    remember([&] {
        now_.state = update_state(now_.course->root, [&](State& state) { state.current = id; });
    });
    std::vector<std::filesystem::path> files;
    collect_files(*now_.course, exercise, files);
    watcher_.watch(files);
    run_check();
}

// What cannot be saved is said on the screen, and the session goes on without.
void Session::remember(const std::function<void()>& save) {
    try {
        save();
    } catch (const Error& error) {
        notice_ = error.what();
    }
}

void Session::run_check() {
    now_.check = Check::running;
    if (check_) {
        run_again_ = discard_ = true;
        // What is built for it is needed all the same.
        if (!now_.preparation) check_->stop();
        return;
    }
    run_again_ = discard_ = false;
    try {
        check_ = std::make_unique<CheckRun>(*now_.course, *now_.exercise);
    } catch (const Error& error) {
        now_.check = Check::failed;
        now_.failure = error.what();
    }
}

void Session::stop_check() {
    run_again_ = false;
    if (now_.check == Check::running) now_.check = Check::stopped;
    if (!check_) return;
    check_->stop();
    discard_ = true;
}

bool Session::progressed() {
    const auto now = check_ ? check_->preparation() : std::nullopt;
    if (now == now_.preparation) return false;
    now_.preparation = now;
    if (check_ && !now && run_again_) check_->stop();
    return true;
}

void Session::on_save() {
    if (view_ == View::details || view_ == View::solution) show(View::exercise);
    notice_.clear();
    now_.hints_open = false;  // the verdict needs the room
    run_check();
}

void Session::on_child() {
    if (!check_ || !check_->over()) return;
    if (!discard_) take_verdict();
    check_.reset();
    if (run_again_) run_check();
}

void Session::take_verdict() {
    CheckEnd end = check_->end();
    now_.check = end.result ? Check::judged : Check::failed;
    now_.failure = std::move(end.failure);
    if (end.result) now_.result = std::move(end.result);
    if (view_ == View::exercise) scroll_ = 0;
    remember([&] {
        if (now_.has_passed()) mark_passed(*now_.course, *now_.exercise);
        now_.state = load_state(now_.course->root);
    });
}

void Session::on_key(Key key) {
    const bool was_running = now_.check == Check::running;
    if (!now_.preparation) stop_check();
    notice_.clear();
    if (key == 'q' || key == kInterrupt || key == kEndOfInput) {
        over_ = true;
    } else if (key == kSuspend) {
        suspend();
    } else if (asking_reset_) {
        answer_reset(key);
    } else if (view_ == View::list ? !list_key(key) : !scroll_key(key)) {
        if (was_running && key == ' ') return;  // to stop is all that it is asked for
        command_key(key);
    }
}

bool Session::scroll_key(Key key) {
    const bool reading = view_ != View::exercise || now_.has_passed();
    switch (key) {
        case kUp:
        case 'k':
            --scroll_;
            return true;
        case kDown:
        case 'j':
            ++scroll_;
            return true;
        case kPageUp:
        case 'b':
            scroll_ -= page_;
            return true;
        case kPageDown:
            scroll_ += page_;
            return true;
        case kHome:
        case 'g':
            scroll_ = 0;
            return true;
        case kEnd:
        case 'G':
            scroll_ = 1'000'000;
            return true;
        case ' ':
            if (reading && more_) scroll_ += page_;
            return reading;
        case kEnter:
            if (view_ == View::exercise) return false;
            show(View::exercise);
            return true;
        default:
            return false;
    }
}

bool Session::list_key(Key key) {
    const auto all = now_.course->exercises();
    const std::size_t last = all.size() - 1;
    switch (key) {
        case kUp:
        case 'k':
            selected_ -= selected_ > 0;
            return true;
        case kDown:
        case 'j':
            selected_ += selected_ < last;
            return true;
        case kPageUp:
            selected_ -= std::min<std::size_t>(selected_, 10);
            return true;
        case kPageDown:
            selected_ = std::min(selected_ + 10, last);
            return true;
        case kHome:
        case 'g':
            selected_ = 0;
            return true;
        case kEnd:
        case 'G':
            selected_ = last;
            return true;
        case kEnter:
        case ' ':
            go_to(*all[selected_]);
            return true;
        default:
            return false;
    }
}

void Session::command_key(Key key) {
    const auto toggle = [&](View view) { show(view_ == view ? View::exercise : view); };
    switch (key) {
        case 'h':
            hint();
            break;
        case 'n':
            next();
            break;
        case 'l':
            toggle(View::list);
            selected_ = index_of(*now_.course, *now_.exercise);
            break;
        case 'o':
            open();
            break;
        case 'p':
            play();
            break;
        case 'r':
            asking_reset_ = true;
            break;
        case 's':
            solution();
            break;
        case 'v':
            view_ == View::details ? show(View::exercise) : details();
            break;
        case '?':
            toggle(View::help);
            break;
        case kEscape:
            show(View::exercise);
            break;
        case kEnter:
        case ' ':
            if (!now_.preparation) run_check();
            break;
        default:
            break;
    }
}

void Session::show(View view) {
    view_ = view;
    scroll_ = 0;
    asking_reset_ = false;
}

void Session::hint() {
    show(View::exercise);
    if (now_.has_passed()) {
        notice_ = "It has passed; there is nothing left to hint at.";
        return;
    }
    const std::string id = now_.exercise->id();
    if (!now_.hints_open && now_.state.hints[id] > 0) {
        now_.hints_open = true;
        return;
    }
    now_.hints_open = true;
    if (now_.state.hints[id] >= 3) {
        notice_ = "Those were all three hints; the lesson page is lessons/" +
                  now_.exercise->lesson + "/README.md.";
        return;
    }
    const int level = next_hint(*now_.exercise, now_.state);
    now_.state.hints[id] = level;
    remember([&] { mark_hint_seen(*now_.course, *now_.exercise, level); });
}

void Session::next() {
    const Exercise& before = *now_.exercise;
    const bool passed = now_.state.passed.contains(before.id());
    const Exercise* following = open_exercise_after(now_, before);
    if (!following) {
        notice_ = passed ? "Every exercise has passed. l lists them all."
                         : "This is the last open exercise.";
        return;
    }
    go_to(*following);
    if (!passed && notice_.empty()) notice_ = "\"" + before.title + "\" stays open; l lists all.";
}

void Session::open() {
    const Editor editor = preferred_editor();
    if (editor.command.empty()) {
        notice_ = "No editor was found: set EDITOR, as in `export EDITOR=nano`.";
        return;
    }
    std::filesystem::path file = exercise_file(*now_.course, *now_.exercise);
    int line = 0;
    if (now_.result && now_.result->file.starts_with("exercises/")) {
        file = now_.course->root / now_.result->file;
        line = now_.result->line;
    }
    ended_by_ = edit_file(editor, file, line, terminal_, signals_);
    over_ = ended_by_ != 0;
    if (!editor.takes_terminal) notice_ = "Opened " + shown_path(*now_.course, file) + ".";
    on_child();  // the wait for the editor may have taken the news of the check
}

// What is saved by a game that is won comes back as any save does.
void Session::play() {
    if (!now_.exercise->is_about_a_program()) {
        notice_ = "`./course play` plays explored tests; p is for exercises about a program.";
        return;
    }
    ended_by_ = run_in_front({"/proc/self/exe", "play", now_.exercise->id()}, terminal_, signals_);
    over_ = ended_by_ != 0;
    on_child();  // the wait may have taken the news of the check
}

void Session::answer_reset(Key key) {
    asking_reset_ = false;
    if (key != 'y' && key != 'Y') {
        notice_ = "Nothing was changed.";
        return;
    }
    try {
        const auto kept = reset_exercise(*now_.course, *now_.exercise);
        now_.state = load_state(now_.course->root);
        run_check();
        notice_ = "It is as it was shipped.";
        if (!kept.empty()) notice_ += " Yours is kept in " + shown_path(*now_.course, kept) + ".";
    } catch (const Error& error) {
        notice_ = error.what();
    }
}

void Session::solution() {
    if (progress_of(*now_.exercise, now_.state) == "open") {
        notice_ = "The solution opens when yours has passed; h gives a hint.";
        return;
    }
    whole_file_ = view_ == View::solution && !whole_file_;
    show(View::solution);
}

void Session::details() {
    if (details_page(now_, {}).empty()) {
        notice_ = "There is nothing more to show.";
    } else {
        show(View::details);
    }
}

void Session::suspend() {
    terminal_.give_back();
    suspend_job();
    terminal_.take();
}

std::string Session::foot_text() const {
    if (asking_reset_) {
        return "Put " + now_.exercise->files[0] + " back as it was shipped? Yours is kept. y/n";
    }
    if (!notice_.empty()) return printable(notice_);
    switch (view_) {
        case View::list:
            return "Arrows choose, enter goes there, l or esc goes back.";
        case View::solution:
            return std::string(whole_file_ ? "s shows what differs (- yours, + the reference)"
                                           : "- yours, + the reference; s shows the whole file") +
                   ", esc goes back.";
        case View::details:
        case View::help:
            return "Arrows scroll, enter or esc goes back.";
        case View::exercise:
            break;
    }
    return next_step(now_);
}

Screen Session::frame(int width, int rows) {
    Style style{wants_colour(), width, rows};
    Screen frame;
    frame.head = head_lines(now_, style);
    frame.foot = {""};
    const Tone tone = asking_reset_ || !notice_.empty() ? Tone::caution : Tone::plain;
    for (const std::string& line : wrap(foot_text(), width)) {
        if (frame.foot.size() < 4) frame.foot.push_back(paint(line, tone, style.colour));
    }
    frame.foot.push_back(key_bar(style));
    style.height = rows - static_cast<int>(frame.head.size() + frame.foot.size());
    switch (view_) {
        case View::exercise:
            frame.body = exercise_page(now_, style);
            break;
        case View::solution:
            frame.body = solution_page(now_, whole_file_, style);
            break;
        case View::details:
            frame.body = details_page(now_, style);
            break;
        case View::help:
            frame.body = help_page(style);
            break;
        case View::list: {
            ListPage list = list_page(now_, selected_, style);
            const int shown = std::max(1, body_rows(frame, {width, rows}) - 1);
            scroll_ = std::clamp(scroll_, list.selected_line - shown + 1, list.selected_line);
            frame.body = std::move(list.lines);
            break;
        }
    }
    return frame;
}

void Session::draw() {
    const TerminalSize size = terminal_size();
    const Screen all = frame(size.columns, size.rows);
    page_ = std::max(1, body_rows(all, size) - 2);
    const auto lines = lay_out(all, size, scroll_, wants_colour());
    more_ = scroll_ + body_rows(all, size) - 1 < static_cast<int>(all.body.size()) &&
            static_cast<int>(all.body.size()) > body_rows(all, size);
    terminal_.show(lines);
}

}  // namespace course
