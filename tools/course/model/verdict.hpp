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

// What led to a verdict that can be come to in several ways.
enum class Cause {
    none,  // the verdict says it all
    // wrong_result
    promise,         // a test failed
    bad_unlock,      // a lock that the thread does not hold was given back
    uncontrolled,    // the code uses what an explorer cannot control
    not_repeatable,  // the code does something else each time
    // exception
    escaped,     // it left a thread's function
    unexpected,  // it came out of a test
    // crash
    unjoined,            // a std::thread that could be joined was destroyed or assigned to
    terminate,           // std::terminate for any other reason
    segmentation_fault,  // no memory there
    stack_overflow,
    abort,
    signal,  // another one
    memory,  // the rules of memory were broken in a way that has no verdict of its own
    exit,    // the program ended itself before its tests were done
    ending,  // the tests passed, and then the program failed
    forbidden,
    too_much_memory,
    too_many_threads,
    too_much_output,
    too_much_written,
    // timeout
    processor_time,
    wall_clock,
    // compile_error
    refused,
    copied,   // what cannot be copied
    endless,  // the compiler did not finish
    // should_not_compile
    accepted,
    other_sentence,  // refused for another reason than the one that was asked for
    // tampered
    changed_file,
    redefined,   // the submission changes what the tests mean
    unreported,  // a test did not say how it ended
    added_test,
};

// "data_race", as in JSON, manifests and the first line of a rejected submission.
std::string_view to_string(Verdict verdict);

// "Data race", as a headline.
std::string_view title(Verdict verdict);

// The verdict with that name; nothing if there is none.
std::optional<Verdict> verdict_from(std::string_view name);

// "segmentation_fault", as a manifest names it.
std::string_view to_string(Cause cause);

// What can lead to that verdict; none where it says it all.
std::vector<Cause> causes_of(Verdict verdict);

// The one of these with that name; nothing if there is none.
std::optional<Cause> cause_from(Verdict verdict, std::string_view name);

// Whether it is the learner's code that it speaks of, so that a sentence on the verdict as a whole
// holds. A machine that is too slow, or a program that may not do what it tried, is something else.
bool is_about_the_code(Cause cause);

// The sentence on a verdict. `detail` is what that one case adds, such as the name of a signal;
// where there is nothing to say beside it, it is the sentence.
std::string explain(Verdict verdict, Cause cause = Cause::none, std::string_view detail = {});

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
    Cause cause = Cause::none;
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
