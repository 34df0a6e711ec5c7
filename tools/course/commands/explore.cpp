// Explores the tests of one exercise, without grading it.
#include <fmt/core.h>

#include <cstdio>

#include "course/commands/commands.hpp"
#include "course/commands/output_file.hpp"
#include "course/commands/preparation.hpp"
#include "course/grading/engines/engine.hpp"
#include "course/grading/exploration.hpp"
#include "course/grading/grader.hpp"
#include "course/grading/workspace.hpp"
#include "course/report/feedback.hpp"
#include "interleave/report/html.hpp"
#include "interleave/report/json.hpp"
#include "interleave/report/table.hpp"
#include "interleave/report/trace.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/terminal.hpp"

namespace course {

using namespace sys;

namespace {

Search search_of(const ExploreOptions& options) {
    Search search;
    search.bound = options.bound;
    search.seed = options.seed;
    search.steps = 0;
    search.schedule = options.schedule;
    return search;
}

constexpr int kAroundTheSteps = 40;  // lines that a table has at most beside its steps

void print(const Exploration& one, const std::string& again) {
    const interleave::Result& found = one.found;
    fmt::print("{}\n", promise(one.test));
    if (found.verdict == interleave::Verdict::passed) {
        const std::string bound = found.bound < 0
                                      ? ""
                                      : fmt::format(", at most {} preemption{}", found.bound,
                                                    found.bound == 1 ? "" : "s");
        fmt::print("  passed: {}{}; {} executions in {:.2f} s; {}\n", found.mode, bound,
                   found.executions, found.seconds,
                   found.exhausted ? "exhausted" : "not exhausted");
    } else {
        fmt::print("  {}: {}\n\n", to_string(found.verdict), found.mode);
        // All of it, however small the terminal is: who asks for it has seen the short one.
        const int lines = 3 * static_cast<int>(found.events.size()) + kAroundTheSteps;
        fmt::print("{}", interleave::to_table(found, {.width = terminal_size().columns,
                                                      .height = lines,
                                                      .colour = wants_colour()}));
        // A token has characters that mean something to a shell.
        if (!found.schedule.empty())
            fmt::print("again: {} --schedule '{}'\n", again, found.schedule);
    }
    std::fflush(stdout);
}

// What is written to a file is the first failure, or the last exploration where none fails.
void write_files(const interleave::Result& found, const ExploreOptions& options) {
    if (!options.html.empty()) write_file(options.html, interleave::to_html(found));
    if (!options.trace.empty()) write_file(options.trace, interleave::to_trace(found));
    if (!options.json.empty()) write_file(options.json, interleave::to_json(found));
}

int print_refusal(const Result& refused, const Exercise& exercise) {
    const TerminalSize size = terminal_size();
    for (const auto& line : feedback(refused, exercise, {wants_colour(), size.columns, size.rows}))
        fmt::print("{}\n", line);
    return kNotPassed;
}

}  // namespace

int explore(const Course& course, const ExploreOptions& options) {
    const Exercise& exercise = course.exercise(options.name);
    show_preparation();
    need_place("--html", options.html);
    need_place("--trace", options.trace);
    need_place("--json", options.json);
    GradeRequest request;
    if (options.from_solutions) request.from = GradeRequest::From::solutions;
    if (!options.submission.empty()) {
        request.from = GradeRequest::From::submission;
        request.submission = options.submission;
    }
    const Toolchain& toolchain = Toolchain::named(request.toolchain);
    const Workspace workspace(course, exercise, request, toolchain.build_folder());
    Explorations found =
        explore_all({course, exercise, request, workspace, toolchain}, search_of(options));

    const interleave::Result* shown = nullptr;
    for (Exploration& one : found.all) {
        one.found = with_known_paths(std::move(one.found), workspace);
        print(one, explore_command(exercise, request));
        if (!shown || shown->verdict == interleave::Verdict::passed) shown = &one.found;
    }
    if (shown) write_files(*shown, options);
    if (found.refused) return print_refusal(*found.refused, exercise);
    return shown && shown->verdict == interleave::Verdict::passed ? kPassed : kNotPassed;
}

}  // namespace course
