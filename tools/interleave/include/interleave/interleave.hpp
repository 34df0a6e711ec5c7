// Explores every interleaving of the threads of plain C++.
//
// Compile the code to be explored with -fsanitize=thread -O0 -g, and link it without that flag
// against libinterleave. Nothing in the code changes:
//
//     interleave::Result result = interleave::explore({}, [] {
//         int counter = 0;
//         std::jthread a([&] { ++counter; }), b([&] { ++counter; });
//     });
//     // result.verdict == Verdict::data_race, result.schedule replays it
//
// The body runs many times, each time from its first line, in a process of its own. Global
// variables of the executable are put back before each time; everything else that the body uses
// has to be made by the body. What it prints is kept for the report.
//
// Thread-safety: explore and outcomes are called by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <interleave/result.hpp>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace interleave {

enum class Mode {
    automatic,  // bounds 0 and 1, then dpor, and surw and pct in turn if that does not end
    bounded,    // preemption bounds 0, 1, 2, ... up to Options::bound
    dpor,       // one execution of each class of equivalent ones
    surw,       // selectively uniform random walk
    pct,        // random priorities with few changes
    random,     // a random walk
};

struct Options {
    Mode mode = Mode::automatic;
    int bound = 3;                           // preemptions, for Mode::bounded
    std::uint64_t max_executions = 100'000;  // then the search ends without having finished
    std::uint64_t max_steps = 0;             // of all executions together; 0: any number
    std::uint64_t max_length = 5'000'000;    // steps of one execution; a longer one is a livelock
    double max_seconds = 60;                 // of the whole search; a last resort
    std::uint64_t seed = 1;
    std::string schedule;    // a token: replay this one schedule instead
    bool races = true;       // a data race is a failure; else both orders are run
    bool leaks = true;       // so is memory that nobody can reach at the end
    int spurious = 1;        // spurious wake-ups and weak failures a thread
    int futex_spurious = 1;  // spurious wake-ups from the program's own futex calls, of all threads
    int timeouts = 2;        // timeouts a thread that fire although others could run
    // What the reader works on: files, and folders that end in "/". A stack that passes there is
    // shown at its innermost place there, and not in the library below.
    std::vector<std::string> own;

    // One execution in which the caller is the scheduler, instead of a search: `picks` decide where
    // more than one thread can go on. Behind the last pick the execution stops, and Result::moves
    // says what can be picked next; or it goes on the plainest way, with `to_the_end`.
    bool step_through = false;
    std::vector<int> picks;  // see Move::pick
    bool to_the_end = false;
};

// Runs the body under every schedule that the options ask for, until one fails.
// Throws std::invalid_argument for a schedule that is no token of this executable.
Result explore(const Options& options, const std::function<void()>& body);

// As explore, in the calling process, which the search takes over: its signal handlers, its timer,
// its std::terminate. What can be done afterwards is to use the result and to end. For a process
// that was started for this one exploration and may start none itself.
Result explore_here(const Options& options, const std::function<void()>& body);

// Runs the body under every schedule and collects what it returns; failures count as outcomes
// ("deadlock"), and data races are allowed. `body` returns something that has operator<<.
Result outcomes_of_text(const Options& options, const std::function<std::string()>& body);

template <typename F>
Result outcomes(const Options& options, F body) {
    return outcomes_of_text(options, [body = std::move(body)]() -> std::string {
        std::ostringstream text;
        text << body();
        return std::move(text).str();
    });
}

// Called in a body: ends the execution with Verdict::wrong_result.
[[noreturn]] void fail(const std::string& message);

// The failure as a table, at most 80 columns by 24 rows.
std::string describe(const Result& result);

}  // namespace interleave

extern "C" {
// The entry point that LLVM proposes for a simulating ThreadSanitizer: runs the callback under many
// schedules. Returns 0 if none fails; else prints the failure and returns 1.
int __tsan_simulate(void (*callback)(void*), void* argument);
}
