// Runs one test program and keeps what there was to see.
#pragma once

#include <atomic>
#include <filesystem>
#include <interleave/result.hpp>
#include <optional>
#include <string>
#include <vector>

#include "course/grading/channel.hpp"
#include "course/grading/exploration.hpp"
#include "course/model/manifest.hpp"
#include "course/stacks/thread_states.hpp"
#include "system/process.hpp"

namespace course {

struct TestFailure {
    std::string test, message;
    std::optional<std::string> thrown;  // what() of an exception that came out of the test
};

struct Observation {
    sys::ProcessEnd end;
    bool finished = false;             // main() came to its end
    std::vector<std::string> started;  // tests, in order
    std::vector<std::string> passed;
    std::vector<TestFailure> failures;

    Halt halt = Halt::none;  // why the program stopped itself, and what it said
    pid_t halt_thread = 0;
    int halt_number = 0;
    std::string halt_text, halt_file;
    int halt_line = 0;

    bool stood_still = false;
    int meeting_arrived = 0, meeting_expected = 0;  // of a meeting that threads still wait in
    std::vector<ThreadState> threads;  // at a halt, a standstill or a limit; empty: not known

    std::string sanitizer_log;  // empty: nothing reported

    std::optional<interleave::Result> exploration;  // of the one explored test that ran
    std::string bad_schedule;                       // why the token is none of this program
    std::string cannot_explore;                     // what the explorer lacks on this machine
};

struct TestRun {
    std::filesystem::path program;
    EngineKind engine;
    double cpu_seconds;
    std::string filter;            // GoogleTest's; of explored tests, one at most. Empty: all
    std::optional<Search> search;  // for an explored test
    // Becomes true when nobody wants to know any more; the program is ended then.
    const std::atomic<bool>* unwanted = nullptr;
};
Observation observe(const TestRun& run);

}  // namespace course
