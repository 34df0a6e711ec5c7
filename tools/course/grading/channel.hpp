// The private channel between a test program and the runner that watches it: a piece of shared
// memory, mapped before any code of the submission runs. It has no descriptor that could be closed
// or redirected and no text that could be printed.
//
// The test program writes the log and the halt; the runner opens gates. Each word has one writer,
// or is only ever counted up and down.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <string_view>

namespace course {

// Why a test program stopped itself and waits to be looked at.
enum class Halt : std::uint32_t {
    none,
    todo,       // fearless::todo: text is the task, with file and line
    exception,  // an exception left a thread: text is what() of it
    terminate,  // std::terminate without an exception
    stack_overflow,
    signal,      // SIGSEGV, SIGABRT, ...: number is the signal
    forbidden,   // a system call that a graded program may not make: number is the call
    early_exit,  // exit() before the tests were done
};

// loading: the channel is not mapped yet. starting: static constructors run.
enum class Phase : std::uint32_t { loading, starting, testing, finished };

struct Channel {
    static constexpr const char* kVariable = "FEARLESS_GRADER_CHANNEL";  // holds the descriptor
    static constexpr std::size_t kLogBytes = 4 << 20;
    static constexpr std::size_t kIgnored = 16;
    static constexpr std::size_t kScheduleBytes = 1 << 16;
    static constexpr std::size_t kOwnBytes = 1 << 14;
    // The log: records that end in kRecord, fields that are set apart by kField. The last field is
    // the record's seal.
    static constexpr char kField = '\x1f', kRecord = '\x1e';

    // Counted up with every change of this structure; a runner that was started before an update
    // of the course is told to start again.
    static constexpr std::uint32_t kVersion = 7;
    static constexpr int kOtherVersion = 126;  // exit status of a test program that differs

    std::uint32_t version;  // the runner's
    std::atomic<Phase> phase;

    std::atomic<Halt> halt;        // set last, with release order, after the fields below
    std::atomic<bool> halt_taken;  // the first thread to halt writes them
    std::int32_t halt_thread;
    std::int32_t halt_number;
    std::uint32_t halt_line;
    char halt_file[512];
    char halt_text[1024];

    std::atomic<std::uint32_t> gates_waiting;     // threads that wait at a probe::StillGate
    std::atomic<std::uint32_t> gate_round;        // a futex; the runner counts it up to open them
    std::atomic<std::uint32_t> meetings_waiting;  // threads that wait in a probe::Meeting
    std::atomic<std::uint32_t> meeting_arrived, meeting_expected;  // of the latest to wait

    std::atomic<std::uint32_t> ignored_count;  // threads that belong to a sanitizer
    pid_t ignored[kIgnored];

    // How an explored test is explored; written by the runner before the program starts.
    std::int32_t explore_bound;  // preemptions; -1: whatever the explorer finds best
    std::uint64_t explore_seed;
    std::uint64_t explore_steps;  // of all executions together; 0: any number
    double explore_seconds;       // the last resort
    // A token: replay this one schedule; empty: search. With explore_step it holds the picks of
    // somebody who steps through, set apart by blanks.
    char explore_schedule[kScheduleBytes];
    std::uint32_t explore_step;
    char explore_own[kOwnBytes];  // interleave::Options::own, one a line

    // Written by the runner; taken out before any code of the submission runs.
    std::atomic<std::uint64_t> key;
    std::atomic<std::uint32_t> log_used;
    char log[kLogBytes];
};

// A record counts only with its seal, which takes the key and the record's place in the log: what
// is written to the memory by somebody who does not have the key means nothing. The mixing step is
// that of SplitMix64 (Steele, Lea and Flood 2014).
inline std::uint64_t seal(std::uint64_t key, std::uint64_t place, std::string_view record) {
    auto mix = [](std::uint64_t x) {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
        return x ^ (x >> 31);
    };
    std::uint64_t state = mix(key ^ mix(place + 0x9e3779b97f4a7c15u));
    for (char c : record) state = mix(state ^ static_cast<unsigned char>(c)) + key;
    return mix(state);
}

static_assert(std::atomic<Halt>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

}  // namespace course
