// What an exploration found.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace interleave {

enum class Verdict {
    passed,           // nothing found in the executions that were run
    data_race,        // two accesses, one of them a write, that nothing orders
    deadlock,         // threads wait for each other, or for something that nobody will do
    lost_wakeup,      // a thread sleeps; the notification that it waits for came too early
    livelock,         // threads run for ever without getting anywhere
    wrong_result,     // an assertion or an expectation failed
    exception,        // an exception left a thread or the body
    crash,            // a signal, abort(), or an exit in the middle of the body
    use_after_free,   // an access to memory that was freed
    use_after_scope,  // an access to a variable whose function has returned
    double_free,      // free of a block that is not allocated
    leak,             // memory that is still allocated when the program ends
    bad_unlock,       // unlock of a mutex that the thread does not hold
    not_joined,       // a thread that was neither joined nor detached
    not_repeatable,   // the same schedule led to something else
    uncontrolled,     // something that the explorer cannot control, named in the message
};

struct Frame {
    std::string function;  // demangled
    std::string file;      // empty where it is not known
    int line = 0;
    std::uintptr_t address = 0;
    bool own = false;  // in one of Options::own: the place to show, before those further in
    bool operator==(const Frame&) const = default;
};

// One step of a schedule. Steps that only matter to the thread itself are not recorded.
struct Event {
    int step = 0;            // position in the execution, from 0
    int thread = 0;          // 0 is the thread that called the body
    std::string action;      // "load", "store", "lock", "wait", "notify_one", "join", ...
    std::string object;      // what it acts on, as the reader knows it: "counter", "m", "thread 2"
    std::string value;       // what was read or written, or the outcome: "3", "0 -> 1", "timeout"
    std::string blocked_on;  // why the thread cannot go on: "m, held by thread 2"; else empty
    bool preempted = false;  // the thread that ran before could have gone on
    bool failure = false;    // the step at which the failure shows
    bool decisive = false;   // the message is about it: without it nobody can see what went wrong
    std::vector<Frame> stack;  // innermost first; only frames of code with line information
};

struct ThreadInfo {
    int id = 0;
    std::string name;   // "main", "thread 1", or the name that the program gave it
    std::string state;  // at the end: "finished", "running", "waits for m, held by thread 2"
    std::vector<std::string> holds;  // locks held at the end
    std::vector<Frame> stack;        // where it is at the end; innermost first
};

// What can come next in an execution that is stepped through.
struct Move {
    // What Options::picks takes for it: the number of the thread that goes on or is woken. For a
    // weak compare-exchange, 0 if it does what it should and 1 if it fails for no reason.
    int pick = 0;
    int thread = 0;      // who takes the step
    std::string action;  // as in Event: what it does next
    std::string object;
    std::string why;           // what is odd about it: "spurious wake-up", "its time is over"
    std::vector<Frame> stack;  // where; innermost first
};

// One side of a data race, or the other places that belong to a failure.
struct Place {
    std::string label;  // "write of 4 bytes by thread 2", "freed by main", ...
    std::vector<Frame> stack;
};

struct Outcome {
    std::string value;
    std::string schedule;          // a token that leads to it
    std::uint64_t executions = 0;  // how many of the executions ended with it
};

struct Result {
    Verdict verdict = Verdict::passed;
    std::string message;           // one sentence; empty when passed
    std::vector<Place> places;     // the places that the message speaks of
    std::uint64_t executions = 0;  // complete executions of the body
    std::uint64_t traces = 0;      // distinct up to the order of independent steps
    std::uint64_t reads_from = 0;  // distinct in which write each read saw
    bool exhausted = false;        // every execution within `bound` was run
    std::string mode;              // the search that ended it: "bounded", "dpor", "surw", ...
    int bound = -1;                // preemptions allowed; -1 without a bound
    std::uint64_t seed = 0;
    std::vector<Outcome> outcomes;
    std::string schedule;       // the replay token of the failure; empty when passed
    int preemptions = 0;        // in that schedule
    std::vector<Event> events;  // of that schedule; of more than 1000, the first and last 500
    std::vector<ThreadInfo> threads;
    int picked = 0;           // how many of Options::picks were possible
    std::vector<Move> moves;  // what can be picked then; none once the execution is over
    std::string output;       // what the program printed in that execution
    double seconds = 0;
};

[[gnu::visibility("default")]] const char* to_string(Verdict verdict);  // "data_race"

}  // namespace interleave
