// The command line of `interleave`.
#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <map>

#include "interleave/command/run.hpp"
#include "system/error.hpp"
#include "system/interrupt.hpp"
#include "text/printable.hpp"

namespace interleave::command {

using namespace sys;

namespace {

const std::map<std::string, Mode> kModes = {{"auto", Mode::automatic}, {"bounded", Mode::bounded},
                                            {"dpor", Mode::dpor},      {"surw", Mode::surw},
                                            {"pct", Mode::pct},        {"random", Mode::random}};

std::vector<std::string> names_of_modes() {
    return {"auto", "bounded", "dpor", "surw", "pct", "random"};
}

void add_search_options(CLI::App& app, RunOptions& options, std::string& mode) {
    Options& search = options.search;
    app.add_option("--mode", mode, "How to search: auto, bounded, dpor, surw, pct or random")
        ->type_name("MODE")
        ->check(CLI::IsMember(names_of_modes()).description(""));
    app.add_option("--bound", search.bound, "Most preemptions, for --mode bounded (3)")
        ->check(CLI::Range(0, 1000).description(""))
        ->type_name("N");
    app.add_option("--max-executions", search.max_executions, "Most executions (100000)")
        ->check(
            CLI::Range(std::uint64_t{1}, std::numeric_limits<std::uint64_t>::max()).description(""))
        ->type_name("N");
    app.add_option("--max-seconds", search.max_seconds, "Most seconds of the search (60)")
        ->check(CLI::Range(0.001, 1e6).description(""))
        ->type_name("S");
    // CLI11 takes -1 for a large number.
    const auto no_sign = [](const std::string& text) {
        return text.starts_with('-') ? text + " is below 0" : std::string();
    };
    app.add_option("--seed", search.seed, "Of the random searches (1)")
        ->check(no_sign)
        ->type_name("N");
    auto* replay = app.add_option("--replay", search.schedule, "Run this one schedule again")
                       ->type_name("TOKEN");
    app.add_flag("--outcomes", options.outcomes, "What the program can print, failures included")
        ->excludes(replay);
}

void add_run(CLI::App& app, RunOptions& options, std::string& mode) {
    auto* sub = app.add_subcommand("run", "Build a program and run it under every schedule");
    add_search_options(*sub, options, mode);
    sub->add_option("--json", options.json, "The result as JSON; - is the standard output")
        ->type_name("F");
    sub->add_option("--html", options.html, "The failing schedule as a page to step through")
        ->type_name("F");
    sub->add_option("--trace", options.trace, "The same for Perfetto and about:tracing")
        ->type_name("F");
    sub->add_option("--compiler-flag", options.compiler_flags, "Added when compiling and linking")
        ->type_name("FLAG")
        ->allow_extra_args(false);
    sub->add_option("FILE", options.files,
                    "Sources of one whole program in C or C++, objects that were compiled with "
                    "-fsanitize=thread, or a program linked with libinterleave")
        ->required()
        ->type_name("");
    sub->footer("Words after -- are the arguments of the program.");
}

std::string sentence_of(const CLI::ParseError& error, const char* first) {
    if (*first && *first != '-' && std::string_view(first) != "run")
        return std::string("there is no command \"") + first + "\"; --help shows what there is.";
    std::string sentence = error.what();
    while (!sentence.empty() && (sentence.back() == '\n' || sentence.back() == '.'))
        sentence.pop_back();
    return sentence + "; --help shows what there is.";
}

int run_command_line(int count, char** words) {
    CLI::App app("Explores every interleaving of the threads of unmodified C and C++.",
                 "interleave");
    app.require_subcommand(1);
    app.footer(
        "Exit status: 0 nothing found, 1 a failure found, 2 bad usage, 3 it cannot be built.\n"
        "$CXX and $CC name the compilers.");
    RunOptions options;
    std::string mode = "auto";
    add_run(app, options, mode);
    // CLI11 would take what comes after -- for files.
    char** const last = words + count;
    char** const dashes = std::find_if(
        words + 1, last, [](const char* word) { return std::string_view(word) == "--"; });
    if (dashes != last) options.arguments.assign(dashes + 1, last);
    try {
        app.parse(static_cast<int>(dashes - words), words);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        throw Error(kBadUsage, sentence_of(error, count > 1 ? words[1] : ""));
    }
    options.search.mode = kModes.at(mode);
    cancel_runs_on_signals();
    return run(options);
}

// What could not be written to the standard output must not look like success.
int flushed(int status) {
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return status;
    std::fputs("interleave: the standard output cannot be written.\n", stderr);
    return kBrokenEnvironment;
}

}  // namespace
}  // namespace interleave::command

int main(int count, char** words) {
    using namespace sys;
    int status = kPassed;
    try {
        status = interleave::command::run_command_line(count, words);
    } catch (const Error& error) {
        status = error.status();
        die_if_interrupted();
        std::fprintf(stderr, "interleave: %s\n", text::printable(error.what()).c_str());
    } catch (const std::exception& error) {
        status = kBrokenEnvironment;
        std::fprintf(stderr, "interleave: %s.\n", text::printable(error.what()).c_str());
    }
    die_if_interrupted();
    return interleave::command::flushed(status);
}
