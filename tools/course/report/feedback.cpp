#include "course/report/feedback.hpp"

#include <algorithm>
#include <iterator>

#include "course/report/diagnostics.hpp"
#include "interleave/report/table.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

using Lines = std::vector<std::string>;

void append(Lines& lines, Lines more) {
    lines.insert(lines.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

// Indented by two, and wrapped.
Lines block(std::string_view text, const Style& style, Tone tone) {
    Lines lines;
    for (const std::string& line : lines_of(printable(text))) {
        for (const std::string& part : wrap("  " + line, style.width, 6)) {
            lines.push_back(paint(part, tone, style.colour));
        }
    }
    return lines;
}

bool is_about_compiling(const Result& result) {
    return result.verdict == Verdict::compile_error ||
           result.verdict == Verdict::should_not_compile;
}

Lines error_lines(const CompilerError& error, const Style& style) {
    Lines lines;
    append(lines, wrap(error.place + ": " + error.message, style.width, 4));
    if (lines.size() > 4) lines.resize(4);
    for (std::string& line : lines) line = paint(line, Tone::bad, style.colour);
    if (!error.asked_from.empty())
        lines.push_back(fit("    used at " + error.asked_from, style.width));
    // Longer ones are names of lambdas and of tests.
    Lines types = wrap("    with " + error.types, style.width, 6);
    if (!error.types.empty() && types.size() <= 2) append(lines, std::move(types));
    for (const std::string& line : error.source) lines.push_back(fit(line, style.width));
    return lines;
}

// As many errors as fit as a whole, but at least the start of the first.
Lines compiler_lines(const std::vector<CompilerError>& errors, const Style& style, int room) {
    Lines lines;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        Lines more = error_lines(errors[i], style);
        const bool last = i + 1 == errors.size();
        if (i > 0 && static_cast<int>(lines.size() + more.size()) + !last > room) {
            const std::size_t left = errors.size() - i;
            lines.push_back("and " + std::to_string(left) +
                            (left == 1 ? " more error" : " more errors"));
            break;
        }
        append(lines, std::move(more));
    }
    return lines;
}

Lines test_lines(const Result& result, const Style& style) {
    Lines lines;
    for (const TestOutcome& test : result.tests) {
        if (test.status == "passed" || test.status == "not_run") continue;
        const std::string words =
            (test.status == "todo" ? "still to keep: " : "not kept: ") + promise(test);
        for (const std::string& line : wrap(words, style.width, 4)) {
            lines.push_back(paint(line, Tone::bad, style.colour));
        }
        append(lines, block(test.message, style, Tone::plain));
    }
    return lines;
}

// Where a report is longer than the room: its headings and the lines about the learner's files.
Lines report_lines(const Result& result, const Exercise& exercise, const Style& style, int room) {
    Lines all = lines_of(printable(result.details));
    std::erase_if(all, [](const std::string& line) { return trimmed(line).empty(); });
    if (static_cast<int>(all.size()) > room) {
        std::erase_if(all, [&](const std::string& line) {
            return line.starts_with(' ') &&
                   std::ranges::none_of(exercise.files, [&](const std::string& file) {
                       return line.find(file) != line.npos;
                   });
        });
    }
    Lines lines;
    for (const std::string& line : all) {
        // A sentence is wrapped; a line of a stack keeps its place.
        append(lines,
               line.starts_with(' ') ? Lines{fit(line, style.width)} : wrap(line, style.width, 2));
    }
    return lines;
}

// The failing schedule; its first lines say what is wrong, so the promise is all that is added.
Lines table_lines(const Result& result, const Style& style, int room) {
    Lines lines;
    for (const TestOutcome& test : result.tests) {
        if (test.status == "passed" || test.status == "not_run") continue;
        lines.push_back(
            paint(fit("not kept: " + promise(test), style.width), Tone::bad, style.colour));
    }
    const std::string table =
        result.failing ? interleave::to_table(*result.failing,
                                              {.width = style.width,
                                               .height = room - static_cast<int>(lines.size()) + 1,
                                               .colour = style.colour,
                                               .shows_all = result.explore})
                       : printable(result.table);
    for (const std::string& line : lines_of(table)) lines.push_back(fit(line, style.width));
    return lines;
}

Lines promises_kept(const Result& result, const Style& style) {
    Lines lines;
    for (const TestOutcome& test : result.tests) {
        append(lines, wrap("kept: " + promise(test), style.width, 6));
    }
    for (std::string& line : lines) line = paint(line, Tone::good, style.colour);
    return lines;
}

std::string place(const Result& result, const std::vector<CompilerError>& errors) {
    if (!result.file.empty()) {
        return result.file + (result.line > 0 ? ":" + std::to_string(result.line) : "");
    }
    return errors.empty() ? "" : errors.front().place;
}

// What is not written yet is not in the exercise's own files.
bool lacks_another_part(const Result& result, const Exercise& exercise) {
    if (result.verdict != Verdict::todo) return false;
    if (exercise.shipped != Verdict::todo) return true;
    return !result.file.empty() && std::ranges::none_of(exercise.files, [&](const auto& file) {
        return result.file.ends_with(file);
    });
}

Lines sentence(const Result& result, const Exercise& exercise, const Style& style) {
    Lines lines = result.message.empty() ? Lines{} : wrap(printable(result.message), style.width);
    if (lacks_another_part(result, exercise)) {
        append(lines, wrap("It belongs to a part that this exercise builds on: write that first.",
                           style.width));
    } else if (result.untouched && result.verdict != Verdict::passed) {
        append(lines, wrap("This failure is the exercise.", style.width));
    }
    for (std::string& line : lines) line = paint(line, Tone::bold, style.colour);
    return lines;
}

// No more than `room` lines; the last of them then says that there were more.
void cut(Lines& lines, int room, const Style& style) {
    const auto most = static_cast<std::size_t>(std::max(0, room));
    if (lines.size() <= most) return;
    lines.resize(most);
    if (most > 1) lines.back() = paint("...", Tone::dim, style.colour);
}

}  // namespace

Lines feedback(const Result& result, const Exercise& exercise, const Style& style) {
    const auto errors = is_about_compiling(result) ? compiler_errors(result.details, exercise.files)
                                                   : std::vector<CompilerError>{};
    Lines lines;
    const std::string where = place(result, errors);
    // An error that is there already says so itself.
    if (!where.empty() && (errors.empty() || errors.front().place != where)) {
        lines.push_back(paint(fit(printable(where), style.width), Tone::bold, style.colour));
    }
    const Lines last = sentence(result, exercise, style);
    const int room = style.height - static_cast<int>(lines.size() + last.size());
    Lines matter;
    if (result.verdict == Verdict::passed) {
        matter = promises_kept(result, style);
        append(matter, table_lines(result, style, room));
    } else if (!errors.empty()) {
        matter = compiler_lines(errors, style, room);
    } else if (!result.table.empty()) {
        matter = table_lines(result, style, room);
    } else {
        matter = test_lines(result, style);
        const int left = room - static_cast<int>(matter.size());
        if (result.verdict != Verdict::wrong_result || matter.empty()) {
            append(matter, report_lines(result, exercise, style, left));
        }
    }
    cut(matter, room, style);
    if (!matter.empty() && static_cast<int>(matter.size()) < room) matter.emplace_back();
    append(lines, std::move(matter));
    append(lines, last);
    cut(lines, style.height, style);
    return lines;
}

}  // namespace course
