#include "course/watch/pages.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "course/model/program_text.hpp"
#include "course/model/progress.hpp"
#include "course/report/feedback.hpp"
#include "course/screen/bar.hpp"
#include "course/screen/prose.hpp"
#include "course/watch/difference.hpp"
#include "system/files.hpp"
#include "system/terminal.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

using Check = Situation::Check;

std::string verdict_line(const Situation& now, const Style& style) {
    if (now.preparation) {
        return preparation_line(now.preparation->done, now.preparation->steps, style.width,
                                style.colour);
    }
    if (now.check == Check::running) {
        return paint("Checking ...", Tone::caution, style.colour) + "  any key stops it";
    }
    if (now.check == Check::stopped) return paint("Stopped", Tone::caution, style.colour);
    if (now.check == Check::failed) return paint("No verdict", Tone::bad, style.colour);
    const Verdict verdict = now.result->verdict;
    const Tone tone = verdict == Verdict::passed ? Tone::good
                      : verdict == Verdict::todo ? Tone::caution
                                                 : Tone::bad;
    return paint(title(verdict), tone, style.colour);
}

void append(Lines& lines, Lines more) {
    for (std::string& line : more) lines.push_back(std::move(line));
}

// Makes `start` bold if the line begins with it; a very narrow line may have broken it.
void paint_start(std::string& line, std::string_view start, const Style& style) {
    if (!line.starts_with(start)) return;
    line = paint(start, Tone::bold, style.colour) + line.substr(start.size());
}

void append_paragraph(Lines& lines, std::string_view label, std::string_view text,
                      const Style& style) {
    Lines words = wrap(std::string(label) + "  " + plain_text(text), style.width, 2);
    paint_start(words[0], label, style);
    append(lines, std::move(words));
}

bool is_first_contact(const Situation& now) {
    return now.state.passed.empty() && now.exercise == now.course->exercises().front();
}

Lines welcome(const Situation& now, const Style& style) {
    Lines lines;
    append_paragraph(
        lines, "1",
        "Open exercises/" + now.exercise->files[0] + " in your editor; the key o does that too.",
        style);
    append_paragraph(lines, "2", "Change it, only between the two marker lines // [...].", style);
    append_paragraph(lines, "3", "Save. The check runs at every save; h gives a hint.", style);
    return lines;
}

// Hints so far, the task, and on the very first screen the way to work.
Lines guidance(const Situation& now, const Style& style) {
    Lines lines;
    const auto shown = now.state.hints.find(now.exercise->id());
    const int hints = shown == now.state.hints.end() ? 0 : std::min(shown->second, 3);
    for (int i = 0; i < hints && now.hints_open; ++i) {
        append_paragraph(lines, "Hint " + std::to_string(i + 1),
                         now.exercise->hints[static_cast<std::size_t>(i)], style);
    }
    if (hints > 0 && !now.hints_open)
        append_paragraph(lines, "Hints", std::to_string(hints) + " of 3 seen; h shows them again.",
                         style);
    append_paragraph(lines, "Task", now.exercise->task, style);
    if (!now.result || now.result->verdict == Verdict::todo)
        append_paragraph(lines, "Page", "lessons/" + now.exercise->lesson + "/README.md", style);
    if (is_first_contact(now)) {
        lines.emplace_back();
        append(lines, welcome(now, style));
    }
    return lines;
}

// The program that the exercise asks about, as much of it as there is room for.
void append_program(Lines& lines, const Situation& now, const Style& style) {
    const std::string file = "exercises/" + now.exercise->program;
    const auto text = read_file_if_present(now.course->root / file);
    const int room = style.height - static_cast<int>(lines.size()) - 2;
    if (!text || room < 4) return;
    lines.emplace_back();
    lines.push_back(paint(fit(file, style.width), Tone::bold, style.colour));
    Lines program = program_lines(printable(*text));
    if (static_cast<int>(program.size()) > room) {
        program.resize(static_cast<std::size_t>(room));
        program.back() = "...";
    }
    for (const std::string& line : program) lines.push_back(fit(line, style.width));
}

// Where the grader knows no place, the learner's file as a whole is it.
Result with_a_place(const Situation& now) {
    Result result = *now.result;
    if (result.file.empty() && result.verdict != Verdict::compile_error) {
        result.file = "exercises/" + now.exercise->files[0];
    }
    return result;
}

std::string review_of(const Situation& now) {
    const auto page =
        read_file_if_present(now.course->root / "lessons" / now.exercise->lesson / "review.md");
    return page ? section(*page, now.exercise->name) : "";
}

Lines passed_page(const Situation& now, const Style& style) {
    const std::size_t kept = now.result->tests.size();
    const std::string promises =
        kept == 1 ? "its promise is kept" : "all " + std::to_string(kept) + " promises are kept";
    Lines lines{verdict_line(now, style) + (kept == 0 ? "" : ": " + promises), ""};
    for (const std::string& line : lines_of(printable(now.result->table)))
        lines.push_back(fit(line, style.width));
    if (!now.result->table.empty()) lines.emplace_back();
    append(lines, prose(review_of(now), style));
    return lines;
}

}  // namespace

Lines head_lines(const Situation& now, const Style& style) {
    const auto& lessons = now.course->lessons;
    const auto lesson = std::ranges::find(lessons, now.exercise->lesson, &Lesson::id);
    const auto all = now.course->exercises();
    const auto place = std::ranges::find(all, now.exercise) - all.begin() + 1;
    const auto total = static_cast<int>(all.size());
    const auto done = static_cast<int>(std::ranges::count_if(
        all, [&](const Exercise* e) { return now.state.passed.contains(e->id()); }));

    const std::string number = "lesson " + std::to_string(lesson - lessons.begin() + 1) + " of " +
                               std::to_string(lessons.size()) + ": " + lesson->title;
    const std::string about = "exercise " + std::to_string(place) + " of " + std::to_string(total) +
                              ", " + std::string(to_string(now.exercise->kind)) + ", " +
                              std::to_string(now.exercise->minutes) + " min";
    const std::string count = " " + std::to_string(done) + " of " + std::to_string(total) + " done";
    const std::string progress =
        bar(done, total, style.width - columns(count), style.colour) + count;
    return {between(paint(now.exercise->title, Tone::bold, style.colour),
                    paint(about, Tone::dim, style.colour), style.width),
            between("Fearless Threads", paint(number, Tone::dim, style.colour), style.width),
            fit(progress, style.width), ""};
}

Lines exercise_page(const Situation& now, const Style& style) {
    if (now.has_passed() && now.check == Check::judged) return passed_page(now, style);
    const Lines below = guidance(now, style);
    Lines lines{verdict_line(now, style)};
    if (now.check == Check::failed) append(lines, wrap(printable(now.failure), style.width));
    if (now.result && now.check != Check::failed && now.result->verdict != Verdict::passed) {
        Style narrower = style;
        // A schedule has all of the screen, and the guidance stands below it.
        const int rest = now.result->failing ? 2 : 2 + static_cast<int>(below.size());
        narrower.height = std::max(5, style.height - rest);
        append(lines, feedback(with_a_place(now), *now.exercise, narrower));
    }
    lines.emplace_back();
    append(lines, below);
    if (now.exercise->is_about_a_program()) append_program(lines, now, style);
    return lines;
}

ListPage list_page(const Situation& now, std::size_t selected, const Style& style) {
    ListPage page;
    std::size_t index = 0;
    for (const Lesson& lesson : now.course->lessons) {
        if (!page.lines.empty()) page.lines.emplace_back();
        page.lines.push_back(paint(lesson.id + "  " + lesson.title, Tone::bold, style.colour));
        for (const Exercise& exercise : lesson.exercises) {
            const auto progress = progress_of(exercise, now.state);
            const std::string mark = progress == "passed" ? "[x] "
                                     : progress == "lent" ? "[=] "
                                                          : "[ ] ";
            const bool here = index++ == selected;
            const std::string row = (here ? "> " : "  ") + mark + exercise.title;
            const std::string about = std::string(to_string(exercise.kind)) + ", " +
                                      std::to_string(exercise.minutes) + " min";
            if (here) page.selected_line = static_cast<int>(page.lines.size());
            const Tone tone = here ? Tone::bold : progress == "passed" ? Tone::good : Tone::plain;
            page.lines.push_back(between(paint(row, tone, style.colour),
                                         paint(about, Tone::dim, style.colour), style.width));
        }
    }
    return page;
}

Lines solution_page(const Situation& now, bool whole_file, const Style& style) {
    using Side = DifferenceLine::Side;
    Lines lines;
    for (const std::string& file : now.exercise->files) {
        const auto read = [&](const char* tree) {
            return lines_of(
                printable(read_file_if_present(now.course->root / tree / file).value_or("")));
        };
        const Lines reference = read("solutions");
        if (!lines.empty()) lines.emplace_back();
        lines.push_back(paint("solutions/" + file, Tone::bold, style.colour));
        if (whole_file) {
            append(lines, reference);
            continue;
        }
        const auto changes = only_changes(difference(read("exercises"), reference), 2);
        if (changes.empty()) lines.push_back("Yours is the same, line by line.");
        for (const DifferenceLine& line : changes) {
            const bool mine = line.side == Side::first, theirs = line.side == Side::second;
            const Tone tone = mine ? Tone::bad : theirs ? Tone::good : Tone::plain;
            const std::string mark = mine ? "- " : theirs ? "+ " : "  ";
            lines.push_back(paint(mark + line.text, tone, style.colour));
        }
    }
    return lines;
}

Lines details_page(const Situation& now, const Style& style) {
    Lines lines;
    if (now.check == Check::failed) append(lines, wrap(printable(now.failure), style.width));
    if (!now.result || now.check == Check::failed) return lines;
    for (const TestOutcome& test : now.result->tests) {
        append(lines, wrap(test.status + ": " + promise(test), style.width, 2));
        for (const std::string& line : lines_of(printable(test.message))) {
            append(lines, wrap("    " + line, style.width, 4));
        }
    }
    if (!lines.empty()) lines.emplace_back();
    for (const std::string& line : lines_of(printable(now.result->details))) {
        append(lines, wrap(line, style.width, 4));
    }
    return lines;
}

Lines help_page(const Style& style) {
    static constexpr std::array<std::array<std::string_view, 2>, 13> kKeys{{
        {"h", "a hint: there are three, each says more than the one before"},
        {"n", "on to the next open exercise; this one stays as it is"},
        {"l", "the list of all exercises, to go to any of them"},
        {"o", "opens the file in your editor ($VISUAL or $EDITOR)"},
        {"p", "play: you are the scheduler of the exercise's program"},
        {"r", "puts the file back as shipped; asks first, keeps yours"},
        {"s", "the reference solution beside yours, once yours has passed"},
        {"v", "everything behind the verdict: the compiler's words, stacks, reports"},
        {"enter, space", "runs the check again; a save does that too"},
        {"arrows, page keys", "scroll; space does where there is more to read"},
        {"any key", "stops a check that runs"},
        {"?", "this page"},
        {"q", "quit; your progress is kept"},
    }};
    Lines lines = wrap(
        "Work in your editor. Each time you save, the check runs and this screen shows the "
        "verdict.",
        style.width);
    lines.emplace_back();
    for (const auto& [key, meaning] : kKeys) {
        const std::string gap(19 - key.size(), ' ');
        Lines entry = wrap(std::string(key) + gap + std::string(meaning), style.width, 19);
        paint_start(entry[0], key, style);
        append(lines, std::move(entry));
    }
    return lines;
}

std::string next_step(const Situation& now) {
    switch (now.check) {
        case Check::running:
            if (now.preparation) {
                return "What grades you is built, which takes a while the first time and goes on "
                       "whatever you do here; h gives a hint, o opens your editor.";
            }
            return "The verdict comes in a moment.";
        case Check::stopped:
            return "Next: enter runs the check again; so does a save.";
        case Check::failed:
            return "Next: mend that, then press enter. `./course doctor` looks for causes.";
        case Check::judged:
            break;
    }
    if (!now.has_passed()) {
        const std::string& file = now.result->file;
        const std::string change =
            "change " +
            (file.starts_with("exercises/") ? file : "exercises/" + now.exercise->files[0]) +
            " and save.";
        return (now.exercise->is_about_a_program() ? "Next: p plays it; then " : "Next: ") + change;
    }
    const Exercise* following = open_exercise_after(now, *now.exercise);
    const std::string onward =
        following ? "n goes on to \"" + following->title + "\"" : "that was the last open exercise";
    return "Next: s shows the reference solution; " + onward + ".";
}

std::string key_bar(const Style& style) {
    static constexpr std::array<std::string_view, 9> kByRank{"? help",  "q quit",     "h hint",
                                                             "n next",  "l list",     "o open",
                                                             "r reset", "s solution", "v details"};
    // Shown in this order; those of a high rank are left out first.
    static constexpr std::array<std::size_t, 9> kShown{2, 3, 4, 5, 6, 7, 8, 0, 1};
    std::size_t fitting = 0;
    int width = -2;
    while (fitting < kByRank.size()) {
        width += static_cast<int>(kByRank[fitting].size()) + 2;
        if (width > style.width) break;
        ++fitting;
    }
    std::string bar;
    for (const std::size_t rank : kShown) {
        if (rank >= fitting) continue;
        if (!bar.empty()) bar += "  ";
        bar += paint(kByRank[rank].substr(0, 1), Tone::bold, style.colour);
        bar += paint(kByRank[rank].substr(1), Tone::dim, style.colour);
    }
    return bar;
}

const Exercise* open_exercise_after(const Situation& now, const Exercise& from) {
    const auto all = now.course->exercises();
    const auto start = std::ranges::find(all, &from) - all.begin();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Exercise* next = all[(static_cast<std::size_t>(start) + i) % all.size()];
        if (progress_of(*next, now.state) == "open") return next;
    }
    return nullptr;
}

}  // namespace course
