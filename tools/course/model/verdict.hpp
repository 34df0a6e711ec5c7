// What the grader says about one exercise: the one verdict type of the project.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {
struct Result;
}

namespace course {

enum class Verdict {
    passed,
    todo,
    compile_error,
    wrong_result,
    data_race,
    deadlock,
    livelock,
    lost_wakeup,
    leak,
    use_after_free,
    exception,
    crash,
    timeout,
    not_concurrent,
    should_not_compile,
    tampered,
};

// "data_race", as in JSON, manifests and the first line of a rejected submission.
std::string_view to_string(Verdict verdict);

// The verdict with that name; nothing if there is none.
std::optional<Verdict> verdict_from(std::string_view name);

struct TestOutcome {
    std::string name;        // "JoinHandle.join_gives_back_what_the_thread_returned"
    std::string status;      // passed, failed, todo, not_run
    std::string message;     // the failure, empty for a pass
    std::string words = {};  // the promise, where the name does not say it
};

// "join gives back what the thread returned": a test's name as the promise that it is.
std::string promise(std::string_view test_name);
std::string promise(const TestOutcome& test);

struct Result {
    std::string exercise;  // "01_spawn_join/join_handle"
    Verdict verdict = Verdict::passed;
    std::string message;     // one sentence that says what is wrong, in the lesson's words
    std::string file;        // the learner's own, relative to the project's root; empty: not known
    int line = 0;            // 1-based; 0: not known
    std::string schedule;    // replay token of the explorer; empty without one
    long executions = 0;     // runs that the verdict rests on
    bool exhausted = false;  // every interleaving was explored
    double seconds = 0;      // from the call to the verdict, wall clock
    double cpu_seconds = 0;  // processor time of the test programs
    std::vector<TestOutcome> tests;
    std::string engine;  // the engine that gave the verdict: native, thread, address, ...
    std::string table;   // the failing schedule as the explorer draws it; empty without one
    // The same to be drawn for a certain room, and the command that shows all of it.
    std::shared_ptr<const interleave::Result> failing;
    std::string explore;
    std::string details;     // everything behind the verdict: compiler output, stacks, a report
    bool untouched = false;  // the files are as they were shipped
};

}  // namespace course
