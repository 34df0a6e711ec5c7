// The command line.

#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <iostream>

#include "course/commands/bench.hpp"
#include "course/commands/commands.hpp"
#include "course/commands/doctor.hpp"
#include "course/commands/editor_files.hpp"
#include "course/model/manifest.hpp"
#include "course/model/paths.hpp"
#include "course/model/shipped_files.hpp"
#include "course/selfcheck/selfcheck.hpp"
#include "course/watch/watch.hpp"
#include "system/error.hpp"
#include "system/interrupt.hpp"
#include "system/terminal.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

// What the command line asks for, run after all of it was read.
using Action = std::function<int()>;

Course here() {
    return load_course(course_root());
}

// A command that needs only the name of an exercise or a lesson.
void add_named(CLI::App& app, Action& action, const char* command, const char* argument,
               const char* text, int (*work)(const Course&, std::string_view)) {
    auto* sub = app.add_subcommand(command, text);
    auto name = std::make_shared<std::string>();
    sub->add_option(argument, *name)->required()->type_name("");
    sub->callback([&action, name, work] { action = [=] { return work(here(), *name); }; });
}

void add_overview(CLI::App& app, Action& action) {
    auto* sub = app.add_subcommand("list", "Lessons and exercises with their state");
    auto json = std::make_shared<bool>(false);
    sub->add_flag("--json", *json, "For programs");
    sub->callback([&action, json] { action = [=] { return list(here(), *json); }; });
    app.add_subcommand("next", "The next open exercise")->callback([&action] {
        action = [] { return next(here()); };
    });
}

void add_exercise_commands(CLI::App& app, Action& action) {
    add_named(app, action, "open", "NAME", "Open an exercise in your editor", open_in_editor);
    add_named(app, action, "run", "LESSON/DEMO", "Build and run a demo of a lesson", run_demo);
    add_named(app, action, "hint", "NAME", "The next of three hints", hint);
    auto* sub = app.add_subcommand("reset", "Put an exercise back to the shipped text");
    auto name = std::make_shared<std::string>();
    auto yes = std::make_shared<bool>(false);
    sub->add_option("NAME", *name)->required()->type_name("");
    sub->add_flag("--yes", *yes, "Do not ask");
    sub->callback([&action, name, yes] { action = [=] { return reset(here(), *name, *yes); }; });
    add_named(app, action, "solution", "NAME", "The reference solution, once yours has passed",
              solution);
    add_named(app, action, "lend", "PART", "Put the reference part in the place of yours", lend);
}

void add_check(CLI::App& app, Action& action) {
    auto* sub = app.add_subcommand("check", "Grade an exercise, or all of them");
    auto options = std::make_shared<CheckOptions>();
    auto from = std::make_shared<std::string>("exercises");
    sub->add_option("NAME", options->name)->type_name("");
    sub->add_flag("--all", options->all, "Every exercise");
    sub->add_option("--from", *from, "Which tree: exercises or solutions")
        ->check(CLI::IsMember({"exercises", "solutions"}));
    sub->add_option("--submission", options->submission,
                    "A file, or a folder laid out like exercises/, in place of yours")
        ->type_name("PATH");
    sub->add_flag("--thorough", options->thorough, "Every engine, and the program repeated");
    sub->add_option("--json", options->json, "The verdict as JSON; - is the standard output")
        ->type_name("F");
    sub->add_option("--junit", options->junit, "The same as JUnit's XML")->type_name("F");
    sub->add_option("--gradescope", options->gradescope, "The same as Gradescope's results.json")
        ->type_name("F");
    sub->add_option("--classroom", options->classroom, "The same for GitHub Classroom")
        ->type_name("F");
    // Not for people: group "" keeps it out of the help.
    sub->add_option("--progress", options->progress)->group("");
    sub->callback([&action, options, from] {
        action = [=] {
            options->from_solutions = *from == "solutions";
            return check(here(), *options);
        };
    });
}

void add_explore(CLI::App& app, Action& action) {
    auto* sub = app.add_subcommand("explore", "Every interleaving of an exercise's explored tests");
    auto options = std::make_shared<ExploreOptions>();
    auto from = std::make_shared<std::string>("exercises");
    sub->add_option("NAME", options->name)->required()->type_name("");
    sub->add_option("--from", *from, "Which tree: exercises or solutions")
        ->check(CLI::IsMember({"exercises", "solutions"}));
    sub->add_option("--submission", options->submission,
                    "A file, or a folder laid out like exercises/, in place of yours")
        ->type_name("PATH");
    sub->add_option("--bound", options->bound, "Schedules with at most N preemptions only")
        ->check(CLI::Range(0, 100))
        ->type_name("N");
    sub->add_option("--seed", options->seed, "Of the random searches")->type_name("N");
    sub->add_option("--schedule", options->schedule, "Replay the schedule of that token")
        ->type_name("TOKEN");
    sub->add_option("--html", options->html, "The schedule as a page to step through")
        ->type_name("F");
    sub->add_option("--trace", options->trace, "The same for Perfetto")->type_name("F");
    sub->add_option("--json", options->json, "All that was found")->type_name("F");
    sub->callback([&action, options, from] {
        action = [=] {
            options->from_solutions = *from == "solutions";
            return explore(here(), *options);
        };
    });
}

void add_play(CLI::App& app, Action& action) {
    auto* sub = app.add_subcommand("play", "You are the scheduler: choose whose turn it is");
    auto options = std::make_shared<PlayOptions>();
    auto from = std::make_shared<std::string>("exercises");
    sub->add_option("NAME", options->name)->required()->type_name("");
    sub->add_option("--test", options->test, "Which explored test: a name or a number")
        ->type_name("TEST");
    sub->add_option("--from", *from, "Which tree: exercises or solutions")
        ->check(CLI::IsMember({"exercises", "solutions"}));
    sub->callback([&action, options, from] {
        action = [=] {
            options->from_solutions = *from == "solutions";
            return play(here(), *options);
        };
    });
}

void add_quiz(CLI::App& app, Action& action) {
    auto* sub = app.add_subcommand("quiz", "The questions of a lesson: predict, commit, reveal");
    auto lesson = std::make_shared<std::string>();
    sub->add_option("LESSON", *lesson)->required()->type_name("");
    sub->callback(
        [&action, lesson] { action = [=] { return quiz(here(), *lesson, std::cin, std::cout); }; });
}

void add_new(CLI::App& app, Action& action) {
    auto* sub = app.add_subcommand("new", "The skeletons of an exercise");
    auto kind = std::make_shared<std::string>(), id = std::make_shared<std::string>();
    sub->add_option("KIND", *kind, "fix, part, predict, schedule or compile")
        ->required()
        ->type_name("");
    sub->add_option("LESSON/NAME", *id)->required()->type_name("");
    sub->callback(
        [&action, kind, id] { action = [=] { return add_exercise(here(), *kind, *id); }; });
}

void add_project_commands(CLI::App& app, Action& action) {
    app.add_subcommand("doctor", "What of this machine helps or hinders, with the cure")
        ->callback([&action] { action = [] { return doctor(course_root()); }; });
    auto* sub = app.add_subcommand("bench", "What a verdict costs, as a table");
    auto what = std::make_shared<std::string>();
    sub->add_option("WHAT", *what, "check, an exercise, interleave, or parts")->type_name("");
    sub->callback([&action, what] { action = [=] { return bench(here(), *what); }; });
    app.add_subcommand("docs", "The documentation site, built and opened")->callback([&action] {
        action = [] { return docs(course_root()); };
    });
    sub = app.add_subcommand("selfcheck", "The project's own tests");
    auto options = std::make_shared<SelfcheckOptions>();
    auto* quick = sub->add_flag("--quick", options->quick, "A minute's worth");
    sub->add_flag("--all", options->all,
                  "Grades everything with each compiler, and what is right under each engine")
        ->excludes(quick);
    sub->add_option("--budget", options->budget_minutes,
                    "After so many minutes, leave out what may be left out, and name it")
        ->check(CLI::Range(1, 1000))
        ->type_name("MINUTES");
    sub->add_option("--repeat", options->repeat,
                    "Runs what is graded N times, and wants the same verdict each time")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    sub->add_flag(
        "--accept", options->accept,
        "Take captured output, predicted results, quoted blocks and checksums as they are now; "
        "with --quick only the last two, which run no program");
    sub->add_option("LESSON", options->lessons)->type_name("");
    sub->callback([&action, options] { action = [=] { return selfcheck(here(), *options); }; });
}

// Without a command: the screen that watches, or a few lines where there is no terminal.
int default_action() {
    const Course course = here();
    if (!is_terminal()) return print_progress(course);
    write_editor_files(course);
    keep_pristine(course);
    return watch(course);
}

bool names_an_exercise(const std::string& word) {
    try {
        here().exercise(word);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::string bad_usage(const CLI::App& app, const CLI::ParseError& error, const char* first) {
    std::vector<std::string> commands;
    for (const auto* sub : app.get_subcommands({})) commands.push_back(sub->get_name());
    if (*first == '\0' || *first == '-' || std::ranges::find(commands, first) != commands.end()) {
        std::string sentence = error.what();
        while (!sentence.empty() && sentence.back() == '\n') sentence.pop_back();
        return sentence + "; --help shows what there is.";
    }
    std::string near = did_you_mean(first, commands);
    if (names_an_exercise(first)) near = std::string("; did you mean \"check ") + first + "\"?";
    return std::string("there is no command \"") + first + "\"" +
           (near.empty() ? "; --help shows them all." : near);
}

int run_command_line(int count, char** words) {
    CLI::App app(
        "Fearless Threads: a concurrency course that runs in a terminal.\n"
        "Without a command: watch from the next open exercise.\n",
        "course");
    app.require_subcommand(0, 1);
    app.footer(
        "NAME is an exercise's id, as in 01_spawn_join/join_handle, or its last part.\n"
        "Exit status: 0 passed, 1 not passed, 2 bad usage, 3 the environment is broken;\n"
        "128 and the number of a signal that ended it, such as 130 for Ctrl-C.");
    Action action = default_action;
    add_overview(app, action);
    add_exercise_commands(app, action);
    add_check(app, action);
    add_explore(app, action);
    add_play(app, action);
    add_quiz(app, action);
    add_new(app, action);
    add_project_commands(app, action);
    app.add_subcommand("interleave", "Explore every interleaving of a program's threads");
    // Its words are its own: even --help and -- go through.
    if (count > 1 && std::string_view(words[1]) == "interleave")
        return interleave({words + 2, words + count});
    try {
        app.parse(count, words);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        throw Error(kBadUsage, bad_usage(app, error, count > 1 ? words[1] : ""));
    }
    cancel_runs_on_signals();
    return action();
}

// What could not be written to the standard output must not look like success.
int flushed(int status) {
    std::cout.flush();
    if (std::fflush(stdout) == 0 && !std::ferror(stdout) && std::cout) return status;
    std::fputs("course: the standard output cannot be written.\n", stderr);
    return kBrokenEnvironment;
}

}  // namespace
}  // namespace course

int main(int count, char** words) {
    int status = sys::kPassed;
    try {
        status = course::run_command_line(count, words);
    } catch (const sys::MissingProgram& error) {
        std::fflush(stdout);
        std::fprintf(stderr, "course: %s `./course doctor` names the cure.\n", error.what());
        status = error.status();
    } catch (const sys::Error& error) {
        std::fflush(stdout);
        std::fprintf(stderr, "course: %s\n", text::printable(error.what()).c_str());
        status = error.status();
    } catch (const std::exception& error) {
        std::fflush(stdout);
        std::fprintf(stderr, "course: %s.\n", text::printable(error.what()).c_str());
        status = sys::kBrokenEnvironment;
    }
    course::die_if_interrupted();
    return course::flushed(status);
}
